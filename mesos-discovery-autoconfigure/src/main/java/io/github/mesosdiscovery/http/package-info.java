/**
 * HTTP clients whose requests go to the leading master.
 */
@NullMarked
package io.github.mesosdiscovery.http;

import org.jspecify.annotations.NullMarked;
