package dev.touchstone.persistence.canary;

/** Breaks a rule on purpose: a use case among the adapters. */
public interface MisplacedUseCase {}
