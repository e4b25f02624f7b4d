/** Uploads of survey workbooks over REST. */
@NullMarked
package dev.touchstone.web.upload;

import org.jspecify.annotations.NullMarked;
