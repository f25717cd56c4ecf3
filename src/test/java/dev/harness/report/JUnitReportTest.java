package dev.harness.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.harness.measure.Figure;
import dev.harness.plan.threshold.DatabaseLimits;
import dev.harness.run.RunRecord;
import dev.harness.testing.Golden;
import dev.harness.verdict.ExitCode;
import dev.harness.verdict.Verdict;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class JUnitReportTest {

  static Stream<RunRecord> runs() {
    return Stream.of(
        SampleRun.passed(),
        SampleRun.mixed(),
        SampleRun.cutShort(),
        SampleRun.hostile(),
        SampleRun.passed().with(List.of("events are lost")),
        SampleRun.record(List.of(), Optional.of(ExitCode.TERMINATED)));
  }

  @Test
  void tellsTheWholeRecord() {
    Golden.assertSame("junit.xml", JUnitReport.text(SampleRun.mixed()));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void isOfTheSchema(RunRecord run) {
    assertThatCode(() -> validate(JUnitReport.text(run))).doesNotThrowAnyException();
  }

  @Test
  void theSchemaIsSeenToRefuse() {
    String text = JUnitReport.text(SampleRun.mixed());

    for (String broken :
        List.of(
            text.replace("<testcase name=", "<testcase called="),
            text.replace("failures=\"1\"", "failures=\"one\""),
            text.replace("<failure", "<broken").replace("</failure", "</broken"),
            text.replace("classname=\"harness.", "classname=\""))) {
      assertThat(broken).isNotEqualTo(text);
      assertThatExceptionOfType(SAXException.class).isThrownBy(() -> validate(broken));
    }
  }

  /** A pipeline that looks at nothing else must come to the same conclusion. */
  @ParameterizedTest
  @MethodSource("runs")
  void isGreenWhereTheRunPassedAndNowhereElse(RunRecord run) throws Exception {
    Element root = parse(JUnitReport.text(run)).getDocumentElement();

    boolean green = count(root, "failures") + count(root, "errors") == 0;

    assertThat(green).isEqualTo(run.verdict() == Verdict.PASS);
  }

  @ParameterizedTest
  @MethodSource("runs")
  void countsWhatIsThere(RunRecord run) throws Exception {
    Document xml = parse(JUnitReport.text(run));

    assertThat(count(xml.getDocumentElement(), "tests")).isEqualTo(elements(xml, "testcase"));
    assertThat(count(xml.getDocumentElement(), "failures")).isEqualTo(elements(xml, "failure"));
    assertThat(count(xml.getDocumentElement(), "errors")).isEqualTo(elements(xml, "error"));
  }

  @Test
  void whatTheTargetSaysStaysText() throws Exception {
    Document xml = parse(JUnitReport.text(SampleRun.hostile()));

    assertThat(elements(xml, "script") + elements(xml, "img")).isZero();
    assertThat(xml.getElementsByTagName("error").item(0).getTextContent())
        .contains("<script>document.title='owned'</script>");
  }

  @Test
  void tellsFiguresAsPlainNumbers() throws Exception {
    var run =
        SampleRun.record(
            List.of(
                SampleRun.judgedOn(
                    DatabaseLimits.TRANSACTION_RATE,
                    "transaction-throughput",
                    Figure.of(1_234.5, 10))),
            Optional.empty());

    assertThat(JUnitReport.text(run))
        .contains(
            "<property name=\"transaction-throughput.database_transactions_per_second [/s]\""
                + " value=\"1234.5\"");
  }

  private static void validate(String text) throws SAXException, IOException {
    Schema schema =
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(JUnitReportTest.class.getResource("/junit.xsd"));
    schema.newValidator().validate(new StreamSource(new StringReader(text)));
  }

  private static Document parse(String text) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(text)));
  }

  private static int count(Element element, String attribute) {
    return Integer.parseInt(element.getAttribute(attribute));
  }

  private static int elements(Document xml, String name) {
    return xml.getElementsByTagName(name).getLength();
  }
}
