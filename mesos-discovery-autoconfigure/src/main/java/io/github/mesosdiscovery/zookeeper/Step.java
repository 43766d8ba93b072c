package io.github.mesosdiscovery.zookeeper;

import java.util.List;

/**
 * The end of a {@link Transition}.
 *
 * @param next what is known now
 * @param commands what is to be done, in this order
 */
record Step(Tracking next, List<Command> commands) {

}
