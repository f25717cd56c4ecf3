package dev.harness.run.drive;

import dev.harness.measure.WindowSnapshot;

/** Told by one lane, on its event loop. */
interface LaneListener {

  /** A window in which nothing more can happen. In order, none left out. */
  void window(WindowSnapshot share);

  /** Nothing more comes. */
  void ended(LaneEnd end);
}
