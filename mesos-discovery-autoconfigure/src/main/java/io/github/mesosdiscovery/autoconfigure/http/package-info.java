/**
 * Auto-configuration of the HTTP clients that follow the leading master.
 */
@NullMarked
package io.github.mesosdiscovery.autoconfigure.http;

import org.jspecify.annotations.NullMarked;
