package dev.touchstone.application.whatif;

/** How far a kept trial is. */
public enum WhatIfState {
  /** It runs, or waits for others before it. */
  RUNNING,
  /** All partners were decided. */
  DONE,
  /** It could not be carried out. */
  FAILED,
  /** The process that ran it ended before it did. */
  INTERRUPTED
}
