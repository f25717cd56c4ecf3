package dev.harness.service;

import static dev.harness.service.ServiceClient.now;

import dev.harness.service.ServiceClient.Reply;
import dev.harness.service.fault.Fault;
import dev.harness.target.child.ReferenceServiceProcess;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A variant of the service in a process of its own, and somebody who talks to it. */
record FaultyService(ReferenceServiceProcess process, ServiceClient client)
    implements AutoCloseable {

  static FaultyService start(Vertx vertx, Fault fault, String... more) {
    var process =
        ReferenceServiceProcess.start(
            Stream.concat(
                    Stream.of("target", "--port=0", "--until-input-ends", "--fault=" + fault.id()),
                    Stream.of(more))
                .toList(),
            Map.of());
    var base = URI.create("http://%s:%d".formatted(process.host(), process.port()));
    return new FaultyService(process, new ServiceClient(vertx, base));
  }

  /** One request after the other, each of another user. */
  List<Reply> oneByOne(int count) throws Exception {
    var replies = new ArrayList<Reply>();
    for (int i = 0; i < count; i++) {
      replies.add(now(client.post("u-" + i, "q-" + i, 1)));
    }
    return replies;
  }

  /** All at once; answers in the order of the requests. */
  List<Reply> atOnce(int count, IntFunction<Future<Reply>> request) throws Exception {
    List<Future<Reply>> all = IntStream.range(0, count).mapToObj(request).toList();
    now(Future.join(all));
    return all.stream().map(Future::result).toList();
  }

  @Override
  public void close() throws Exception {
    client.close();
    process.close();
  }
}
