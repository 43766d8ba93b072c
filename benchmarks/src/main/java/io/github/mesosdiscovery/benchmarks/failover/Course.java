package io.github.mesosdiscovery.benchmarks.failover;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.github.mesosdiscovery.faults.ZooKeeperVersions;

/**
 * One race as it is to be run.
 *
 * @param name its name
 * @param version the version of the server
 * @param kinds who takes part
 * @param delay how long a byte takes one way between contenders and server
 * @param pause how long nothing happens between two failovers, apart from a moment that
 * is always there
 * @param warmUp the failovers before those that count
 * @param count those that count
 */
record Course(String name, String version, Set<Kind> kinds, Duration delay, Duration pause, int warmUp, int count) {

	private static final Set<Kind> ALL = EnumSet
		.complementOf(EnumSet.of(Kind.SECOND_BARE, Kind.HANDED_OVER, Kind.PLAIN));

	/** Fewer on the same cores, so that one does not wait for the work of all. */
	private static final Set<Kind> DUEL = EnumSet.of(Kind.BARE, Kind.LOCATOR);

	/** Two equal ones: what is left is what such a measurement is worth. */
	private static final Set<Kind> CONTROL = EnumSet.of(Kind.BARE, Kind.SECOND_BARE);

	/** What of a duel's difference is the other thread alone. */
	private static final Set<Kind> HANDOVER = EnumSet.of(Kind.BARE, Kind.HANDED_OVER);

	/** What of it is the library, and what is Spring. */
	private static final Set<Kind> PLAIN = EnumSet.of(Kind.BARE, Kind.PLAIN);

	private static final Duration DELAY = Duration.ofMillis(5);

	/** Longer than thread pools commonly keep a thread that has nothing to do. */
	private static final Duration PAUSE = Duration.ofSeconds(11);

	static List<Course> all() {
		String newest = ZooKeeperVersions.NEWEST;
		String oldest = ZooKeeperVersions.OLDEST;
		return List.of(of("duel", newest, DUEL), of("duel", oldest, DUEL), of("control", newest, CONTROL),
				of("handover", newest, HANDOVER), of("handover", oldest, HANDOVER), of("plain", newest, PLAIN),
				of("plain", oldest, PLAIN), of("all", newest, ALL), of("all", oldest, ALL),
				new Course("delayed", newest, ALL, DELAY, Duration.ZERO, 100, 300),
				new Course("rare", newest, ALL, Duration.ZERO, PAUSE, 0, 30));
	}

	private static Course of(String name, String version, Set<Kind> kinds) {
		return new Course(name, version, kinds, Duration.ZERO, Duration.ZERO, 500, 2000);
	}

	/** The same with a tenth of the failovers. */
	Course quick() {
		return new Course(this.name, this.version, this.kinds, this.delay, this.pause, this.warmUp / 10,
				this.count / 10);
	}

	/** Fit for the name of a file. */
	String part() {
		return this.name + "-" + this.version;
	}

	@Override
	public String toString() {
		return this.count + " failovers on ZooKeeper " + this.version
				+ (this.delay.isZero() ? "" : ", " + this.delay.toMillis() + " ms each way")
				+ (this.pause.isZero() ? "" : ", " + this.pause.toSeconds() + " s apart");
	}

}
