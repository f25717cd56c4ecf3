package dev.harness.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of this build. */
public final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    BuildFacts build = BuildFacts.read();
    return new String[] {
      "harness %s (Quarkus %s, Java %s)"
          .formatted(build.harness(), build.quarkus(), System.getProperty("java.version"))
    };
  }
}
