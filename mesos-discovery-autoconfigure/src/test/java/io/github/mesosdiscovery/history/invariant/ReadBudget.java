package io.github.mesosdiscovery.history.invariant;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import io.github.mesosdiscovery.history.trace.History;
import io.github.mesosdiscovery.history.trace.Life;
import io.github.mesosdiscovery.history.trace.Request;
import io.github.mesosdiscovery.history.trace.Rest;
import io.github.mesosdiscovery.history.trace.Sign;
import io.github.mesosdiscovery.history.trace.Sign.End;
import io.github.mesosdiscovery.history.trace.Sign.Kind;

/**
 * Every read has its cause: a watch, a new registration, a new connection, a resync, or a
 * failed read whose back-off is over. A locator at rest reads nothing.
 */
final class ReadBudget implements Invariant {

	/** The one read that is not of a registration. */
	private static final String PATH = "";

	private static final long FIRST_BACKOFF = TimeUnit.MILLISECONDS.toNanos(100);

	private static final long TOLERANCE = TimeUnit.MILLISECONDS.toNanos(5);

	/** In a session timeout; the rest is longer than from one to the next. */
	private static final int HEARTBEATS = 6;

	@Override
	public void check(Life life, History history, Report report) {
		long lists = count(life, Request.Kind.LIST);
		long causes = life.signs().stream().filter(ReadBudget::mayList).count();
		if (lists > causes) {
			report.violation(0, 0, lists + " listings for " + causes + " causes");
		}
		long fetches = count(life, Request.Kind.FETCH);
		long registrations = registrations(life.signs(), life.timeout());
		if (fetches > registrations) {
			report.violation(0, 0, fetches + " reads of registrations for " + registrations + " causes");
		}
		checkBackoff(life.signs(), report);
		Rest rest = life.rest();
		if (rest != null && rest.settled() != 0 && !history.isDisturbed(rest.end())) {
			life.requests()
				.stream()
				.filter((request) -> request.kind() != Request.Kind.PING && isAtRest(request, rest, life))
				.findFirst()
				.ifPresent((request) -> report.violation(rest.settled(), rest.end(),
						request + " though nothing happened any more"));
		}
	}

	/**
	 * Not in the very end: it is not known whether something happened then.
	 */
	private static boolean isAtRest(Request request, Rest rest, Life life) {
		return request.nanos() < rest.end() - TOLERANCE && request.nanos() > rest.end() - life.timeout() / HEARTBEATS;
	}

	private static long count(Life life, Request.Kind kind) {
		return life.requests().stream().filter((request) -> request.kind() == kind).count();
	}

	/** A ping is answered for nothing, unless it tells something new. */
	private static boolean mayList(Sign sign) {
		return switch (sign.kind()) {
			case CONNECTED, PATH_CHANGED, RETRY, RESYNC, CHECKED, HEARD -> true;
			case LISTED -> sign.end() == End.OK || sign.end() == End.MISSING;
			case FETCHED -> sign.end() == End.MISSING;
			default -> false;
		};
	}

	/**
	 * At most: those that a listing found new, all after a connect or a resync or when
	 * the path was made anew, and one for each sign. The end of a registration is not
	 * always told: ZooKeeper keeps it from clients that may not read it. After a silence
	 * of a session timeout nothing is known any more, even where the connection stayed.
	 */
	private static long registrations(List<Sign> signs, long timeout) {
		long bound = 0;
		Set<String> known = new HashSet<>();
		boolean all = true;
		long path = 0;
		long answer = Long.MAX_VALUE;
		for (Sign sign : signs) {
			if (sign.isAnswer()) {
				if (sign.nanos() - answer >= timeout) {
					known.clear();
				}
				answer = sign.nanos();
			}
			if (sign.kind() == Kind.CONNECTED || sign.kind() == Kind.RESYNC || sign.kind() == Kind.OPENED) {
				all = true;
			}
			else if (sign.kind() == Kind.LISTED && sign.end() == End.OK) {
				if (sign.path() != path) {
					known.clear();
				}
				path = sign.path();
				bound += sign.znodes().stream().filter((znode) -> !known.contains(znode)).count();
				bound += all ? sign.znodes().stream().filter(known::contains).count() : 0;
				known.retainAll(sign.znodes());
				known.addAll(sign.znodes());
				all = false;
			}
			else if (sign.kind() == Kind.LISTED && (sign.end() == End.MISSING || sign.end() == End.DENIED)) {
				known.clear();
			}
			else if (sign.kind() == Kind.ZNODE_CHANGED) {
				bound++;
			}
			else if (sign.kind() == Kind.ZNODE_DELETED || sign.kind() == Kind.FETCHED && sign.end() == End.MISSING) {
				known.removeAll(sign.znodes());
			}
			else if (sign.kind() == Kind.FETCHED && sign.end() != End.OK) {
				bound++;
			}
		}
		return bound;
	}

	/**
	 * Each read has a back-off of its own. When something else asks for the read, the
	 * next failure is not one of the same row.
	 */
	private static void checkBackoff(List<Sign> signs, Report report) {
		Map<String, Failures> failures = new HashMap<>();
		for (Sign sign : signs) {
			String read = (sign.kind() == Kind.FETCHED) ? sign.znodes().get(0) : PATH;
			if (sign.kind() == Kind.LISTED && (sign.end() == End.MISSING || sign.end() == End.DENIED)) {
				// No registration is known any more: the next list asks for all of them.
				failures.keySet().retainAll(Set.of(PATH));
			}
			if (sign.kind() == Kind.CONNECTED || sign.kind() == Kind.RESYNC) {
				failures.clear();
			}
			else if (sign.kind() == Kind.ZNODE_CHANGED) {
				failures.put(sign.znodes().get(0), Failures.ASKED_FOR);
			}
			else if (sign.kind() == Kind.PATH_CHANGED) {
				failures.put(PATH, Failures.ASKED_FOR);
			}
			else if (sign.kind() == Kind.FETCHED && sign.end() == End.MISSING) {
				failures.remove(read);
				failures.put(PATH, Failures.ASKED_FOR);
			}
			else if (isRead(sign) && sign.end() != End.OK && sign.end() != End.MISSING) {
				Failures row = failures.getOrDefault(read, Failures.NONE);
				if (row.count() > 0 && sign.nanos() - row.last() < row.pause() - TOLERANCE) {
					report.violation(row.last(), sign.nanos(), "a failed read was repeated too soon: " + sign);
				}
				failures.put(read, new Failures(row.count() + 1, sign.nanos()));
			}
			else if (isRead(sign)) {
				failures.remove(read);
			}
		}
	}

	private static boolean isRead(Sign sign) {
		return sign.kind() == Kind.LISTED || sign.kind() == Kind.CHECKED || sign.kind() == Kind.FETCHED;
	}

	/**
	 * The failures of one read in a row.
	 *
	 * @param count how many
	 * @param last when the last one was, on the monotonic clock
	 */
	private record Failures(int count, long last) {

		static final Failures NONE = new Failures(0, 0);

		/** It is repeated at once, and that counts as the first of a row. */
		static final Failures ASKED_FOR = new Failures(-1, 0);

		long pause() {
			return FIRST_BACKOFF << Math.min(this.count - 1, 6);
		}

	}

}
