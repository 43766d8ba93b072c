/**
 * Tools that make ZooKeeper and the network fail.
 * <ul>
 * <li>{@link io.github.mesosdiscovery.faults.ZooKeeperProcess}: a server of any version
 * in a process of its own, to be killed, paused, started again and wiped;
 * <li>{@link io.github.mesosdiscovery.faults.ZooKeeperEnsemble}: three of them;
 * <li>{@link io.github.mesosdiscovery.faults.FaultProxy}: a TCP proxy before one server,
 * which resets, cuts, silences, delays, drops large packets, withholds answers and leaves
 * connections half open;
 * <li>{@link io.github.mesosdiscovery.faults.SessionEnd}: ends a session for good, as an
 * expiry does;
 * <li>{@link io.github.mesosdiscovery.faults.ZooKeeperVersions}: which versions to test.
 * </ul>
 * All of them stand on the loopback address, wait for conditions and never for a time,
 * and leave neither process nor file behind once they are closed.
 */
@NullMarked
package io.github.mesosdiscovery.faults;

import org.jspecify.annotations.NullMarked;
