package dev.harness.host;

import dev.harness.run.port.ProcessProbe;
import java.util.Arrays;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;
import oshi.hardware.GlobalMemory;
import oshi.hardware.HardwareAbstractionLayer;
import oshi.software.os.OSProcess;
import oshi.software.os.OperatingSystem;

/** Samples by OSHI. Called by several threads, one after the other. */
public final class OshiProbe implements ProcessProbe {
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final double MILLIS_PER_SECOND = 1_000;

  static {
    // For a user without a home the system library would be unpacked into the working directory.
    if ("?".equals(System.getProperty("user.home"))) {
      System.setProperty("jna.tmpdir", System.getProperty("java.io.tmpdir"));
    }
  }

  private final OperatingSystem system;
  private final CentralProcessor processor;
  private final GlobalMemory memory;
  private long @Nullable [] ticksBefore;
  private CpuShare shareBefore = CpuShare.UNKNOWN;

  public OshiProbe() {
    var info = new SystemInfo();
    HardwareAbstractionLayer hardware = info.getHardware();
    system = info.getOperatingSystem();
    processor = hardware.getProcessor();
    memory = hardware.getMemory();
  }

  @Override
  public synchronized Optional<ProcessSample> process(long pid) {
    OSProcess process = system.getProcess(Math.toIntExact(pid));
    if (process == null || process.getState() == OSProcess.State.INVALID) {
      return Optional.empty();
    }
    return Optional.of(
        new ProcessSample(
            process.getResidentMemory(),
            process.getVirtualSize(),
            (process.getKernelTime() + process.getUserTime()) * NANOS_PER_MILLI,
            process.getThreadCount(),
            process.getOpenFiles()));
  }

  @Override
  public synchronized HostSample host() {
    CpuShare share = share(processor.getSystemCpuLoadTicks());
    return new HostSample(
        memory.getTotal() - memory.getAvailable(),
        memory.getVirtualMemory().getSwapUsed(),
        share.busyPercent(),
        processor.getSystemLoadAverage(1)[0],
        share.stealPercent(),
        processor.getContextSwitches());
  }

  /**
   * OSHI reads the ticks anew a few times a second: in between, what they said last still holds.
   */
  private CpuShare share(long[] ticks) {
    if (ticksBefore != null && !Arrays.equals(ticksBefore, ticks)) {
      shareBefore = CpuShare.between(ticksBefore, ticks);
    }
    ticksBefore = ticks;
    return shareBefore;
  }

  @Override
  public synchronized double frequencyPercent() {
    long highest = processor.getMaxFreq();
    LongSummaryStatistics now =
        Arrays.stream(processor.getCurrentFreq()).filter(hertz -> hertz > 0).summaryStatistics();
    return highest > 0 && now.getCount() > 0 ? 100.0 * now.getMin() / highest : Double.NaN;
  }

  /**
   * Time for which each processor was taken away since the machine started, on average; 0 where no
   * hypervisor tells.
   */
  double stolenSeconds() {
    long millis = processor.getSystemCpuLoadTicks()[CentralProcessor.TickType.STEAL.getIndex()];
    return (double) millis / MILLIS_PER_SECOND / processor.getLogicalProcessorCount();
  }

  @Override
  public HostFacts facts() {
    return new HostFacts(
        system.getFamily(),
        system.getVersionInfo().toString(),
        System.getProperty("os.arch", "unknown"),
        processor.getProcessorIdentifier().getName().strip(),
        Runtime.getRuntime().availableProcessors(),
        memory.getTotal());
  }

  /** What all cores did between two readings. */
  private record CpuShare(double busyPercent, double stealPercent) {
    static final CpuShare UNKNOWN = new CpuShare(Double.NaN, Double.NaN);

    static CpuShare between(long[] before, long[] after) {
      double all = 0;
      for (CentralProcessor.TickType type : CentralProcessor.TickType.values()) {
        all += passed(before, after, type);
      }
      if (all == 0) {
        return UNKNOWN;
      }
      double idle =
          passed(before, after, CentralProcessor.TickType.IDLE)
              + passed(before, after, CentralProcessor.TickType.IOWAIT);
      double steal = passed(before, after, CentralProcessor.TickType.STEAL);
      return new CpuShare(100 * (all - idle) / all, 100 * steal / all);
    }

    private static double passed(long[] before, long[] after, CentralProcessor.TickType type) {
      return (double) after[type.getIndex()] - before[type.getIndex()];
    }
  }
}
