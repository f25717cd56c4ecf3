package dev.harness.target;

import dev.harness.plan.scenario.HttpService;
import dev.harness.plan.scenario.HttpService.Tls;
import io.vertx.core.net.ClientOptionsBase;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;

/** What a plan says of TLS, as clients take it. */
public final class PlannedTls {
  private PlannedTls() {}

  /** Whether to use it, whom to trust, and as whom. Hosts are verified by whoever connects. */
  public static void apply(HttpService service, ClientOptionsBase options) {
    Tls tls = service.tls();
    options.setSsl(service.secure()).setTrustAll(tls.insecure());
    tls.ca()
        .ifPresent(ca -> options.setTrustOptions(new PemTrustOptions().addCertPath(ca.toString())));
    tls.certificate()
        .ifPresent(
            certificate ->
                options.setKeyCertOptions(
                    new PemKeyCertOptions()
                        .addCertPath(certificate.toString())
                        .addKeyPath(tls.key().orElseThrow().toString())));
  }
}
