package dev.harness.monitor;

import dev.harness.run.Interruption;
import dev.harness.run.port.ProcessProbe;
import dev.harness.run.port.ProcessProbe.ProcessSample;
import dev.harness.run.port.ReadingSource;
import dev.harness.time.Ticker;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Looks at host, processes and sources again and again, at times that are computed from the first,
 * until the time is over, somebody asks for the end, or nothing is left to look at. On the thread
 * of whoever calls.
 */
public final class Monitor {
  /** So long an end that is asked for may take to be heard. */
  private static final long LISTEN_EVERY_NANOS = 50_000_000;

  /**
   * All sources together may take that part of an interval to answer, and never longer than that.
   */
  private static final int PATIENCE_PART = 4;

  private static final long LONGEST_PATIENCE_NANOS = 500_000_000;

  private final ProcessProbe probe;
  private final Ticker ticker;
  private final Interruption interruption;

  public Monitor(ProcessProbe probe, Ticker ticker, Interruption interruption) {
    this.probe = probe;
    this.ticker = ticker;
    this.interruption = interruption;
  }

  /**
   * What to look at, and how.
   *
   * @param sources beside the host and those processes; closed at the end
   * @param interval more than zero
   */
  public record Watchlist(
      List<Subject.Pid> processes,
      Map<Subject.Source, ReadingSource> sources,
      MonitorRules rules,
      Duration interval,
      Duration duration) {}

  /**
   * Watches.
   *
   * @param told after each look, with what there is to say by then for whoever asks
   * @param problems that a source has begun to be silent, in one line
   * @return what there is to say at the end
   */
  public MonitorRecord watch(
      Watchlist list, Consumer<Supplier<MonitorRecord>> told, Consumer<String> problems) {
    List<Feed> feeds =
        list.sources().entrySet().stream()
            .map(source -> new Feed(source.getKey(), source.getValue(), ticker))
            .toList();
    try {
      return watch(list, feeds, told, problems);
    } finally {
      feeds.forEach(Feed::close);
    }
  }

  private MonitorRecord watch(
      Watchlist list,
      List<Feed> feeds,
      Consumer<Supplier<MonitorRecord>> told,
      Consumer<String> problems) {
    long interval = list.interval().toNanos();
    var watch =
        new Watch(
            ticker.wallTime(),
            list.interval(),
            probe.facts(),
            list.processes(),
            feeds.stream().map(Feed::subject).toList(),
            list.rules());
    long start = ticker.nanoTime();
    long number = 0;
    while (await(start + number * interval) && !watch.over()) {
      Map<Long, ProcessSample> processes = processes(list.processes());
      Duration at = Duration.ofNanos(ticker.nanoTime() - start);
      Map<Subject.Source, Answer> answers =
          answers(feeds, Math.min(interval / PATIENCE_PART, LONGEST_PATIENCE_NANOS));
      watch.see(new Look(at, ticker.wallTime(), probe.host(), processes, answers));
      feeds.forEach(feed -> tell(feed, answers, processes, problems));
      told.accept(watch::record);
      long due = (ticker.nanoTime() - start) / interval + 1;
      watch.miss(due - number - 1);
      number = due;
      if (number * interval > list.duration().toNanos()) {
        break;
      }
    }
    return watch.record();
  }

  private Map<Long, ProcessSample> processes(List<Subject.Pid> of) {
    var samples = new HashMap<Long, ProcessSample>();
    for (Subject.Pid process : of) {
      probe.process(process.pid()).ifPresent(sample -> samples.put(process.pid(), sample));
    }
    return samples;
  }

  /** All read at the same time; what takes too long is waited for no longer. */
  private Map<Subject.Source, Answer> answers(List<Feed> feeds, long patience) {
    feeds.forEach(Feed::ask);
    long deadline = ticker.nanoTime() + patience;
    var answers = new HashMap<Subject.Source, Answer>();
    for (Feed feed : feeds) {
      long left = Math.max(0, deadline - ticker.nanoTime());
      feed.answer(Duration.ofNanos(left)).ifPresent(told -> answers.put(feed.subject(), told));
    }
    return answers;
  }

  /** That a process has ended is told of the process, and need not be of its inside. */
  private static void tell(
      Feed feed,
      Map<Subject.Source, Answer> answers,
      Map<Long, ProcessSample> processes,
      Consumer<String> problems) {
    Answer answer = answers.get(feed.subject());
    boolean ended = feed.subject().of().filter(of -> !processes.containsKey(of.pid())).isPresent();
    if (answer != null && !ended) {
      feed.news(answer).ifPresent(problems);
    }
  }

  /** Whether that time came before somebody asked for the end. */
  private boolean await(long due) {
    while (interruption.asked() == null) {
      long left = due - ticker.nanoTime();
      if (left <= 0) {
        return true;
      }
      LockSupport.parkNanos(Math.min(left, LISTEN_EVERY_NANOS));
    }
    return false;
  }
}
