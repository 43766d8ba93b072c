/**
 * The page that shows the masters live, with server-sent events.
 * <p>
 * {@link io.github.mesosdiscovery.sample.page.BoardKeeper} follows the locator and writes
 * what it sees on the {@link io.github.mesosdiscovery.sample.page.Board}. Each open page
 * has a {@link io.github.mesosdiscovery.sample.page.PageStream} that reads it from there.
 */
@NullMarked
package io.github.mesosdiscovery.sample.page;

import org.jspecify.annotations.NullMarked;
