package io.github.mesosdiscovery.benchmarks.failover;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.github.mesosdiscovery.faults.ZooKeeperVersions;

/**
 * Settings of a race.
 *
 * @param name its name
 * @param version the version of the server
 * @param kinds the contenders
 * @param delay how long a byte takes one way between contenders and server
 * @param pause the pause between two failovers, in addition to a short one
 * @param warmUp the failovers before those that count
 * @param count those that count
 */
record Race(String name, String version, Set<Kind> kinds, Duration delay, Duration pause, int warmUp, int count) {

	private static final Set<Kind> ALL = EnumSet
		.complementOf(EnumSet.of(Kind.SECOND_BARE, Kind.HANDED_OVER, Kind.PLAIN));

	private static final Duration DELAY = Duration.ofMillis(5);

	/** Longer than thread pools commonly keep an idle thread. */
	private static final Duration PAUSE = Duration.ofSeconds(11);

	/**
	 * Return all races. In those of two, no contender waits for the work of many: a duel
	 * with the library, a control with an equal contender, and two that split the duel's
	 * difference into the other thread, the library and Spring.
	 */
	static List<Race> all() {
		String newest = ZooKeeperVersions.NEWEST;
		String oldest = ZooKeeperVersions.OLDEST;
		return List.of(duel("duel", newest, Kind.LOCATOR), duel("duel", oldest, Kind.LOCATOR),
				duel("control", newest, Kind.SECOND_BARE), duel("handover", newest, Kind.HANDED_OVER),
				duel("handover", oldest, Kind.HANDED_OVER), duel("plain", newest, Kind.PLAIN),
				duel("plain", oldest, Kind.PLAIN), of("all", newest, ALL), of("all", oldest, ALL),
				new Race("delayed", newest, ALL, DELAY, Duration.ZERO, 100, 300),
				new Race("rare", newest, ALL, Duration.ZERO, PAUSE, 0, 30));
	}

	private static Race duel(String name, String version, Kind kind) {
		return of(name, version, EnumSet.of(Kind.BARE, kind));
	}

	private static Race of(String name, String version, Set<Kind> kinds) {
		return new Race(name, version, kinds, Duration.ZERO, Duration.ZERO, 500, 2000);
	}

	/** The same with a tenth of the failovers. */
	Race quick() {
		return new Race(this.name, this.version, this.kinds, this.delay, this.pause, this.warmUp / 10, this.count / 10);
	}

	/** Part of the names of its files. */
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
