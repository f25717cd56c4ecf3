package dev.harness.plan;

/**
 * What a machine must have to be fit to judge, as {@code environment_requirements} says.
 *
 * @param memoryGb main memory, at least
 * @param cpuCores logical processors, at least
 * @param diskGb free on the file system of the working directory, at least
 */
public record EnvironmentRequirements(double memoryGb, int cpuCores, double diskGb) {

  /** What holds where a file says nothing. */
  public static final EnvironmentRequirements DEFAULT = new EnvironmentRequirements(4, 2, 10);

  public EnvironmentRequirements {
    if (!(memoryGb >= 0 && cpuCores >= 0 && diskGb >= 0)) {
      throw new IllegalArgumentException(
          "requirements are 0 or more, not %s GB, %d cores, %s GB"
              .formatted(memoryGb, cpuCores, diskGb));
    }
  }
}
