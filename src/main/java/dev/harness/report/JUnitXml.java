package dev.harness.report;

import dev.harness.report.JUnitReport.TestCase;
import dev.harness.report.JUnitReport.TestSuite;
import dev.harness.verdict.Verdict;
import java.io.StringWriter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Cases in the form that readers of JUnit's results share, see {@code junit.xsd} in the tests. */
final class JUnitXml {
  /** Code points that no document of XML 1.0 may hold, however they are written. */
  private static final Pattern NOT_IN_XML =
      Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

  private final XMLStreamWriter xml;

  private JUnitXml(XMLStreamWriter xml) {
    this.xml = xml;
  }

  static String text(List<TestSuite> suites) {
    var text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      new JUnitXml(xml).write(suites);
      xml.writeEndDocument();
      xml.close();
      return text.append('\n').toString();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a text in memory could not be written", e);
    }
  }

  private void write(List<TestSuite> suites) throws XMLStreamException {
    start("testsuites", 0);
    attribute("name", "harness");
    totals(suites.stream().flatMap(suite -> suite.cases().stream()).toList());
    for (TestSuite suite : suites) {
      write(suite);
    }
    end(0);
  }

  private void write(TestSuite suite) throws XMLStreamException {
    start("testsuite", 1);
    attribute("name", suite.name());
    attribute("timestamp", suite.timestamp());
    totals(suite.cases());
    count("skipped", suite.cases());
    properties(suite);
    for (TestCase one : suite.cases()) {
      write(one);
    }
    end(1);
  }

  private void write(TestCase one) throws XMLStreamException {
    start("testcase", 2);
    attribute("name", one.name());
    attribute("classname", "harness." + one.suite());
    attribute("time", seconds(one.seconds()));
    if (one.verdict() != Verdict.PASS) {
      start(kind(one.verdict()), 3);
      attribute("type", one.verdict().id());
      attribute("message", String.join("; ", one.reasons()));
      xml.writeCharacters(
          one.reasons().stream().map(JUnitXml::allowed).collect(Collectors.joining("\n")));
      xml.writeEndElement();
    }
    if (!one.figures().isEmpty()) {
      start("system-out", 3);
      xml.writeCharacters(
          one.figures().entrySet().stream()
              .map(figure -> figure.getKey() + " = " + figure.getValue())
              .collect(Collectors.joining("\n")));
      xml.writeEndElement();
    }
    end(2);
  }

  /** A broken limit is a failure of what was tested; all else that is no pass is an error. */
  private static String kind(Verdict verdict) {
    return switch (verdict) {
      case BREACH -> "failure";
      case NOT_RUN -> "skipped";
      default -> "error";
    };
  }

  private void totals(Collection<TestCase> cases) throws XMLStreamException {
    attribute("tests", Integer.toString(cases.size()));
    count("failure", cases);
    count("error", cases);
    attribute("time", seconds(cases.stream().mapToDouble(TestCase::seconds).sum()));
  }

  private void count(String kind, Collection<TestCase> cases) throws XMLStreamException {
    long count =
        cases.stream()
            .map(TestCase::verdict)
            .filter(verdict -> verdict != Verdict.PASS && kind(verdict).equals(kind))
            .count();
    attribute(kind.equals("skipped") ? kind : kind + "s", Long.toString(count));
  }

  /** Of the suite and of its cases: Jenkins knows no properties of a case. */
  private void properties(TestSuite suite) throws XMLStreamException {
    start("properties", 2);
    for (var property : new TreeMap<>(suite.properties()).entrySet()) {
      property(property.getKey(), property.getValue());
    }
    for (TestCase one : suite.cases()) {
      for (var figure : one.figures().entrySet()) {
        property(one.name() + "." + figure.getKey(), figure.getValue());
      }
    }
    end(2);
  }

  private void property(String name, String value) throws XMLStreamException {
    start("property", 3);
    attribute("name", name);
    attribute("value", value);
    xml.writeEndElement();
  }

  private void start(String element, int depth) throws XMLStreamException {
    newLine(depth);
    xml.writeStartElement(element);
  }

  private void end(int depth) throws XMLStreamException {
    newLine(depth);
    xml.writeEndElement();
  }

  private void newLine(int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, allowed(value));
  }

  /** In one line, without what has no place in a document or turns the writing. */
  private static String allowed(String text) {
    return NOT_IN_XML.matcher(TerminalText.line(text)).replaceAll(" ");
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.3f", seconds);
  }
}
