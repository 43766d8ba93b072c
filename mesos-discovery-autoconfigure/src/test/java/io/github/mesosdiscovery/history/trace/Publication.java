package io.github.mesosdiscovery.history.trace;

import java.util.List;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.MasterProblem.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot that a locator published.
 *
 * @param number its place among all of this locator, from 1
 * @param nanos when, on the monotonic clock
 * @param version what it was made of
 * @param state how the locator stood to ZooKeeper
 * @param complete whether no registration was still being read
 * @param problem why there is no leader, or {@code null}
 * @param registrations the registrations in election order
 */
public record Publication(long number, long nanos, Version version, ConnectionState state, boolean complete,
		@Nullable Kind problem, List<Seen> registrations) {

	/**
	 * Return the leader.
	 * @return the leader, or {@code null} if there is none
	 */
	public @Nullable Seen leader() {
		return (this.problem == null && !this.registrations.isEmpty() && this.registrations.get(0).isReadable())
				? this.registrations.get(0) : null;
	}

	/**
	 * Return whether it tells of a view of the path, rather than of a connection that is
	 * lost or of an ACL.
	 * @return whether it does
	 */
	public boolean isOfView() {
		return this.state == ConnectionState.CONNECTED
				&& (this.problem != Kind.NOT_AUTHORIZED || !this.registrations.isEmpty());
	}

	/**
	 * Return whether it says that the path is missing.
	 * @return whether it does
	 */
	public boolean isOfMissingPath() {
		return this.problem == Kind.NO_PATH;
	}

	/**
	 * Return whether a registration is there.
	 * @param seen the registration
	 * @return whether it is
	 */
	public boolean holds(Seen seen) {
		return this.registrations.stream().anyMatch(seen::isSameAs);
	}

	/**
	 * The version of the view that a snapshot was made of.
	 *
	 * @param session the number of the locator's session
	 * @param czxid the transaction that made the path
	 * @param pzxid the last transaction that made or deleted a child
	 * @param generation how often the locator declared that ZooKeeper starts over
	 */
	public record Version(int session, long czxid, long pzxid, int generation) {
	}

}
