package dev.harness.journal;

import dev.harness.run.RunFold;
import dev.harness.run.RunRecord;
import java.util.List;

/**
 * What a journal tells.
 *
 * @param run all events that could be read, folded as the run itself folded them
 * @param missing events that are not in it, though later ones are
 * @param unreadableBytes of lines that are cut off or damaged
 */
public record Recovered(RunFold run, long missing, long unreadableBytes) {

  /** All there is to say of the run: no pass, where events of it are missing. */
  public RunRecord record() {
    return run.record().with(missing == 0 ? List.of() : List.of(Journal.lost(missing)));
  }
}
