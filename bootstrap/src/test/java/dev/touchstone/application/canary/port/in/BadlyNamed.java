package dev.touchstone.application.canary.port.in;

/** Breaks a rule on purpose: an in-port that is no use case. */
public interface BadlyNamed {}
