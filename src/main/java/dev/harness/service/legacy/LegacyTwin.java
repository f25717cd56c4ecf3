package dev.harness.service.legacy;

import dev.harness.reference.legacy.SharedEmitter;
import dev.harness.reference.legacy.SharedRegistry;
import dev.harness.service.ServiceParts;

/** Makes the service what it was before its migration. */
public final class LegacyTwin {
  private LegacyTwin() {}

  /** The honest parts, with work and streams that share their state between users. */
  public static ServiceParts in(ServiceParts honest) {
    return honest
        .with(new SharedWork(honest.timers(), new SharedRegistry()))
        .with(new SharedEmitter(honest.events()));
  }
}
