package dev.touchstone.persistence.canary;

/** Breaks a rule on purpose: a service among the adapters. */
public class MisplacedService {}
