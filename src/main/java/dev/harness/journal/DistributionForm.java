package dev.harness.journal;

import dev.harness.measure.Distribution;
import dev.harness.measure.Resolution;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/**
 * Times of operations, as they stand in a journal.
 *
 * @param overflow times beyond the range of the resolution
 * @param histogram all others, in HdrHistogram's compressed encoding, in base64
 */
record DistributionForm(Resolution resolution, long overflow, String histogram) {

  static DistributionForm of(Distribution times) {
    Histogram histogram = times.toHistogram();
    ByteBuffer encoded = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
    int length = histogram.encodeIntoCompressedByteBuffer(encoded);
    byte[] bytes = Arrays.copyOf(encoded.array(), length);
    return new DistributionForm(
        times.resolution(), times.overflow(), Base64.getEncoder().encodeToString(bytes));
  }

  /**
   * The same times again.
   *
   * @throws IllegalArgumentException where that is no histogram
   */
  Distribution distribution() {
    try {
      ByteBuffer encoded = ByteBuffer.wrap(Base64.getDecoder().decode(histogram));
      return Distribution.of(
          resolution, Histogram.decodeFromCompressedByteBuffer(encoded, 0), overflow);
    } catch (DataFormatException e) {
      throw new IllegalArgumentException("no histogram: " + e.getMessage(), e);
    }
  }
}
