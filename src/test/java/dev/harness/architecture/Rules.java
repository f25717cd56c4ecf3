package dev.harness.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.Temporal;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What only some packages may do. Each rule fails, too, when there is nothing it could hold. */
final class Rules {
  private static final Set<String> STREAMS = Set.of("out", "err");

  private Rules() {}

  /** All rules by name, for the packages below a root. */
  static Map<String, ArchRule> of(String root) {
    return Map.of(
        "no cycles",
        slices().matching(root + ".(*)..").should().beFreeOfCycles(),
        "one clock",
        only(root, "be handed a Ticker", Rules::readsAClock, "time"),
        "standard streams",
        only(root, "return text, or be handed a stream", Rules::writesAStream, "cli"),
        "standard input",
        only(root, "be handed a stream", Rules::readsStandardInput, "cli", "app"),
        "exit",
        only(root, "return an exit code", Rules::endsTheProcess, "cli", "app"),
        "honest service",
        noClasses()
            .that()
            .resideInAPackage(root + ".service")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(root + ".service.*..")
            .because("a variant takes the service's parts, and the service knows of none"),
        "names that say nothing",
        noClasses()
            .should()
            .haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager|Impl)(\\$.*)?")
            .as("names say a role, not Util, Helper, Manager or Impl"));
  }

  private static ArchRule only(
      String root, String instead, Predicate<AccessTarget> banned, String... allowedIn) {
    String[] allowed = new String[allowedIn.length];
    for (int i = 0; i < allowedIn.length; i++) {
      allowed[i] = root + "." + allowedIn[i] + "..";
    }
    return noClasses()
        .that()
        .resideOutsideOfPackages(allowed)
        .should()
        .accessTargetWhere(
            DescribedPredicate.describe(
                "only " + String.join(", ", allowedIn) + " may",
                (JavaAccess<?> access) -> banned.test(access.getTarget())))
        .because("others are to " + instead);
  }

  private static boolean readsAClock(AccessTarget target) {
    String name = target.getName();
    return is(target, System.class, "nanoTime", "currentTimeMillis")
        || (target.getOwner().isAssignableTo(Temporal.class) && name.equals("now"))
        || is(target, Instant.class, "now")
        || (target.getOwner().isEquivalentTo(Clock.class)
            && (name.startsWith("system") || name.startsWith("tick")))
        || is(target, Date.class, "<init>");
  }

  private static boolean writesAStream(AccessTarget target) {
    return (target.getOwner().isEquivalentTo(System.class) && STREAMS.contains(target.getName()))
        || (target.getOwner().isAssignableTo(Throwable.class)
            && target.getName().equals("printStackTrace"));
  }

  private static boolean readsStandardInput(AccessTarget target) {
    return is(target, System.class, "in");
  }

  private static boolean endsTheProcess(AccessTarget target) {
    return is(target, System.class, "exit") || is(target, Runtime.class, "exit", "halt");
  }

  private static boolean is(AccessTarget target, Class<?> owner, String... names) {
    return target.getOwner().isEquivalentTo(owner) && Set.of(names).contains(target.getName());
  }
}
