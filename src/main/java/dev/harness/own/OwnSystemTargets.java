package dev.harness.own;

import dev.harness.control.fault.AlteredTargets;
import dev.harness.run.RunRecord;
import dev.harness.run.port.ForeignCall;
import dev.harness.run.port.NotOfferedException;
import dev.harness.run.port.ServiceProcess;
import dev.harness.run.port.Targets;
import dev.harness.user.ContextPropagation;
import dev.harness.user.ContextSystem;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Real targets, but a user's own system in the place of the reference system, of which nothing is
 * left: no figure of a run may be of the one where a reader takes it for the other's.
 */
public final class OwnSystemTargets extends AlteredTargets {
  private final Targets real;
  private final OwnSystem system;

  /**
   * @param real which belong to whoever opened them
   */
  public OwnSystemTargets(Targets real, OwnSystem system) {
    super(real);
    this.real = real;
    this.system = system;
  }

  @Override
  public ContextSystem contexts() {
    return system.open();
  }

  @Override
  public ContextPropagation propagation() {
    throw notOffered("does not say how its contexts come along");
  }

  @Override
  public ContextSystem legacyContexts() {
    throw notOffered("has no legacy twin");
  }

  @Override
  public ServiceProcess legacyService() {
    throw notOffered("has no legacy twin");
  }

  @Override
  public ServiceProcess service() {
    throw noService();
  }

  @Override
  public ServiceProcess freshService() {
    throw noService();
  }

  @Override
  public ServiceProcess sessionService() {
    throw noService();
  }

  @Override
  public ServiceProcess smallService() {
    throw noService();
  }

  @Override
  public Optional<ForeignCall> foreignCall() {
    return system.underWay();
  }

  @Override
  public Map<String, String> facts() {
    var facts = new TreeMap<>(real.facts());
    facts.put(RunRecord.CONTEXT_SYSTEM, system.name());
    return facts;
  }

  private NotOfferedException noService() {
    return notOffered("lives in this process and is no service");
  }

  private NotOfferedException notOffered(String what) {
    return new NotOfferedException("%s %s".formatted(system.name(), what));
  }
}
