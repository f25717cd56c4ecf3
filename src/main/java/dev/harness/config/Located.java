package dev.harness.config;

import java.util.List;
import java.util.Map;

/** A value of a document that knows where it stands. */
sealed interface Located {

  Position at();

  /** What it is, as messages call it. */
  String kind();

  /** Line and column, both from 1. */
  record Position(int line, int column) {}

  /**
   * An object.
   *
   * @param members in the order of the file
   */
  record Struct(Position at, Map<String, Member> members) implements Located {
    @Override
    public String kind() {
      return "an object";
    }
  }

  /**
   * A name and its value.
   *
   * @param at where its name stands
   */
  record Member(Position at, Located value) {}

  record Sequence(Position at, List<Located> items) implements Located {
    @Override
    public String kind() {
      return "an array";
    }
  }

  record Text(Position at, String value) implements Located {
    @Override
    public String kind() {
      return "a string";
    }
  }

  /**
   * A number.
   *
   * @param value infinite where the file has a number beyond all bounds
   * @param written as it stands in the file
   */
  record Numeric(Position at, double value, String written) implements Located {
    @Override
    public String kind() {
      return "a number";
    }
  }

  record Truth(Position at, boolean value) implements Located {
    @Override
    public String kind() {
      return value ? "true" : "false";
    }
  }

  record Null(Position at) implements Located {
    @Override
    public String kind() {
      return "null";
    }
  }
}
