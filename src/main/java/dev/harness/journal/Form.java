package dev.harness.journal;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.deser.std.StdDelegatingDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdDelegatingSerializer;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.Converter;
import java.util.function.Function;

/**
 * A type that stands in JSON in the form of another.
 *
 * @param to from the one to the other
 * @param from and back
 */
record Form<T, F>(Class<T> type, Class<F> form, Function<T, F> to, Function<F, T> from) {

  void addTo(SimpleModule module) {
    module.addSerializer(type, new StdDelegatingSerializer(type, new Step<>(type, form, to)));
    module.addDeserializer(type, new StdDelegatingDeserializer<>(new Step<>(form, type, from)));
  }

  private record Step<A, B>(Class<A> in, Class<B> out, Function<A, B> step)
      implements Converter<A, B> {
    @Override
    public B convert(A value) {
      return step.apply(value);
    }

    @Override
    public JavaType getInputType(TypeFactory types) {
      return types.constructType(in);
    }

    @Override
    public JavaType getOutputType(TypeFactory types) {
      return types.constructType(out);
    }
  }
}
