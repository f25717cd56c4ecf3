package dev.harness.check.scenario;

import dev.harness.measure.Outcome;
import dev.harness.measure.Outcome.Kind;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.Iterator;
import java.util.List;

/**
 * Steps of one turn, one after the other, up to the first that does not complete. Many of them may
 * end at once, so it goes from one to the next without calling itself.
 */
final class Course {
  private final Iterator<StepAction> left;
  private final Turn turn;
  private final Promise<Outcome> ended = Promise.promise();

  private Course(Iterator<StepAction> steps, Turn turn) {
    this.left = steps;
    this.turn = turn;
  }

  /** How the last one ended that was begun. */
  static Future<Outcome> of(List<StepAction> steps, Turn turn) {
    return of(steps.iterator(), turn);
  }

  /** The same with steps that need not all be there yet. */
  static Future<Outcome> of(Iterator<StepAction> steps, Turn turn) {
    var course = new Course(steps, turn);
    course.goOn(Outcome.COMPLETED);
    return course.ended.future();
  }

  private void goOn(Outcome last) {
    Outcome outcome = last;
    while (goesOn(outcome)) {
      Future<Outcome> step = begun();
      if (step.isComplete() && step.succeeded()) {
        outcome = step.result();
      } else {
        step.onComplete(this::goOn, ended::fail);
        return;
      }
    }
    ended.complete(outcome);
  }

  private boolean goesOn(Outcome outcome) {
    return outcome.kind() == Kind.COMPLETED && left.hasNext() && !turn.over();
  }

  private Future<Outcome> begun() {
    try {
      return left.next().act(turn);
    } catch (RuntimeException e) {
      return Future.failedFuture(e);
    }
  }
}
