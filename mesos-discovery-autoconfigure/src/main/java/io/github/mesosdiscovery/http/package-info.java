/**
 * Sends HTTP requests to the leading master.
 */
@NullMarked
package io.github.mesosdiscovery.http;

import org.jspecify.annotations.NullMarked;
