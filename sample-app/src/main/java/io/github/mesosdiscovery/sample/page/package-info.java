/**
 * The page that shows the masters live, with server-sent events.
 * <p>
 * {@link io.github.mesosdiscovery.sample.page.PageUpdates} follows the locator.
 * {@link io.github.mesosdiscovery.sample.page.EventsController} sends each state to all
 * open pages.
 */
@NullMarked
package io.github.mesosdiscovery.sample.page;

import org.jspecify.annotations.NullMarked;
