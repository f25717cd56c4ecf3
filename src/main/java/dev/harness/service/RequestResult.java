package dev.harness.service;

import org.jspecify.annotations.Nullable;

/**
 * What a request read back from its engine's scope after the asynchronous hop.
 *
 * @param requestId of the context
 * @param userToken that the request put aside; null where it brought none
 * @param engine number of the engine
 */
public record RequestResult(String requestId, @Nullable String userToken, long engine) {

  String json() {
    String id = JsonText.quoted(requestId);
    String token = userToken == null ? "null" : JsonText.quoted(userToken);
    return "{\"requestId\":" + id + ",\"userToken\":" + token + ",\"engine\":" + engine + "}";
  }
}
