package dev.touchstone.web.whatif;

import dev.touchstone.application.whatif.port.in.InterruptWhatIfsUseCase;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Trials of candidate policies over HTTP. */
@Configuration(proxyBeanMethods = false)
@Import({WhatIfsController.class})
public class WhatIfWebConfiguration {

  /** A server that begins settles what the one before has left under way. */
  @Bean
  SmartInitializingSingleton interruptedWhatIfs(InterruptWhatIfsUseCase interruptWhatIfs) {
    return interruptWhatIfs::interruptWhatIfs;
  }
}
