package dev.touchstone.web.api;

import dev.touchstone.application.access.Role;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says who may call an operation. One without it is closed to everybody. A partner reaches only
 * operations whose path variable {@code partnerId} names itself; any other id is not found.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Access {

  /** The roles; {@link Role#PUBLIC} stands for everybody, signed in or not. */
  Role[] value();
}
