package dev.harness.cli;

import java.util.Locale;

/** A system that runs pipelines, and the file in which it looks for them. */
enum Pipeline {
  GITHUB("github/harness.yml", ".github/workflows/harness.yml"),
  GITLAB("gitlab-ci.yml", ".gitlab-ci.yml"),
  JENKINS("Jenkinsfile", "Jenkinsfile");

  /** The script that all of them call, and what it is called where they do. */
  static final String GATE = "gate";

  static final String GATE_FILE = "harness-gate";

  private static final String FETCH =
      "curl --silent --fail --location --output harness.jar \"$HARNESS_URL\"";
  private static final String RUN = "bash " + GATE_FILE + " harness.jar";
  private static final String PLAN = "--plan plan.yaml --thresholds limits.json";

  private final String shipped;
  private final String file;

  Pipeline(String shipped, String file) {
    this.shipped = shipped;
    this.file = file;
  }

  /** The pipeline of this project that it is made of. */
  String shipped() {
    return shipped;
  }

  String file() {
    return file;
  }

  /** What it is called on the command line. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** This project's pipeline, with the program fetched instead of built, and a plan to run. */
  String of(String text) {
    return text.replace("# To be copied to .github/workflows. Runners", "# Runners")
        .replace("# To be included by .gitlab-ci.yml. Runners", "# Runners")
        .replace(
            "      - uses: ./deploy/ci/github/action\n",
            """
                  - name: Run and compare
                    env:
                      HARNESS_URL: ${{ vars.HARNESS_URL }}
                    run: |
                      %s
                      %s harness-baseline harness-out %s
            """
                .formatted(FETCH, RUN, PLAN))
        .replace("./mvnw -q -B package -DskipTests", FETCH)
        .replace("deploy/ci/gate target/harness.jar", RUN)
        .replace("--profile quick", PLAN);
  }
}
