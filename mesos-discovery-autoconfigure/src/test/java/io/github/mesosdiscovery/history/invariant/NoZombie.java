package io.github.mesosdiscovery.history.invariant;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.history.trace.History;
import io.github.mesosdiscovery.history.trace.Life;
import io.github.mesosdiscovery.history.trace.Request;
import io.github.mesosdiscovery.history.trace.Rest;
import io.github.mesosdiscovery.history.trace.Rest.Probe;
import io.github.mesosdiscovery.history.trace.Sign;
import io.github.mesosdiscovery.history.truth.View;

/**
 * No locator at rest is deaf: by the word of the servers each watches the path once and
 * each registration once, and no other. A change is found at once, and by a watch, then
 * and at any other time.
 */
final class NoZombie implements Invariant {

	private static final long PROMPT = TimeUnit.SECONDS.toNanos(1);

	@Override
	public void check(Life life, History history, Report report) {
		checkListings(life, history, report);
		Rest rest = life.rest();
		if (rest == null || rest.settled() == 0 || rest.probes().isEmpty()) {
			return;
		}
		Set<String> expected = watched(history.truth().path(), history.rest());
		Set<String> watched = new TreeSet<>(rest.watched());
		// Left from a look whether the path exists, when it had just been made.
		watched.remove(history.truth().path());
		if (!watched.equals(expected)) {
			report.violation(rest.settled(), rest.end(), "it watches " + watched + " and not " + expected);
		}
		long locators = history.lives().stream().filter((one) -> one.rest() != null).count();
		if (!history.rest().isMissing() && history.childWatches() != locators) {
			report.violation(rest.settled(), rest.end(),
					"the servers hold " + history.childWatches() + " child watches of " + locators + " locators");
		}
		rest.probes().forEach((probe) -> check(probe, life, history, report));
	}

	/**
	 * A heartbeat that finds what no watch told of means that a watch was lost. Only of
	 * an ACL no watch tells, and one who was withdrawn has to look.
	 */
	private static void checkListings(Life life, History history, Report report) {
		if (!history.truth().isAclChanged(history.truth().path())) {
			life.requests()
				.stream()
				.filter((request) -> request.kind() == Request.Kind.LIST && request.cause() == Sign.Kind.HEARD)
				.filter((request) -> !isWithdrawn(life, request.nanos()))
				.forEach((request) -> report.violation(request.nanos(), request.nanos(),
						"a heartbeat found what no watch had told of: " + request));
		}
	}

	private static boolean isWithdrawn(Life life, long nanos) {
		return life.publications()
			.stream()
			.filter((publication) -> publication.nanos() < nanos)
			.reduce((one, other) -> other)
			.filter((last) -> last.state() == ConnectionState.CONNECTED)
			.isEmpty();
	}

	private static void check(Probe probe, Life life, History history, Report report) {
		long bound = life.timeout() / 3 + PROMPT + 2 * history.stall();
		if (probe.found() == 0 || probe.found() - probe.begun() > bound) {
			report.violation(probe.begun(), (probe.found() != 0) ? probe.found() : Long.MAX_VALUE,
					"it did not find this change in time: " + probe.change());
		}
		else if (life.signs()
			.stream()
			.noneMatch((sign) -> sign.isWatch() && sign.nanos() >= probe.begun() && sign.nanos() <= probe.found())) {
			report.violation(probe.begun(), probe.found(), "no watch told of this change: " + probe.change());
		}
	}

	private static Set<String> watched(String path, View view) {
		Set<String> watched = new TreeSet<>();
		view.registrations().forEach((znode) -> watched.add(path + "/" + znode.name()));
		return watched;
	}

}
