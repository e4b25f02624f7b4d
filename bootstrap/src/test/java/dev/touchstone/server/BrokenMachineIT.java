package dev.touchstone.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.night.port.out.NightLock;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;

/** A night over HTTP that ends with an error of the machine itself leaves how it ended. */
class BrokenMachineIT {

  /** Nights overflow the stack before their job is launched. */
  @Configuration(proxyBeanMethods = false)
  static class Overflowing {

    @Bean
    static BeanPostProcessor overflowingJobOperator() {
      return new BeanPostProcessor() {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
          return bean instanceof JobOperator operator ? overflowing(operator) : bean;
        }
      };
    }

    private static Object overflowing(JobOperator operator) {
      return Proxy.newProxyInstance(
          JobOperator.class.getClassLoader(),
          new Class<?>[] {JobOperator.class},
          (proxy, method, arguments) -> {
            if (method.getName().equals("start")) {
              throw new StackOverflowError();
            }
            try {
              return method.invoke(operator, arguments);
            } catch (InvocationTargetException e) {
              throw e.getCause();
            }
          });
    }
  }

  @Test
  void saysThatTheNightFailed() {
    try (ServerFixture server = ServerFixture.start(List.of(Overflowing.class))) {
      JsonNode night = new ProgramNights(server).run("2010-11-15").path("night");

      assertThat(night.path("state").asString()).isEqualTo("FAILED");
      assertThat(night.path("failedStep").asString()).isEqualTo("launch");
      assertThat(night.path("reason").asString()).isEqualTo("StackOverflowError.");
      assertThat(server.bean(NightLock.class).isHeld()).isFalse();
    }
  }
}
