/**
 * HTTP clients whose requests go to the leading master, and readers of the streams that
 * masters respond with.
 */
@NullMarked
package io.github.mesosdiscovery.http;

import org.jspecify.annotations.NullMarked;
