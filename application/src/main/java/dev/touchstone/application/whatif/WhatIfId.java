package dev.touchstone.application.whatif;

/** The number of a kept trial, in the order in which they were asked for. */
public record WhatIfId(long value) {

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
