package io.github.mesosdiscovery.history;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

import io.github.mesosdiscovery.faults.ZooKeeperVersions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Locators, masters and faults at random: whatever happens, what the locators publish is
 * what the transaction logs of the servers say. The same ten seeds in every build, and
 * very many others in the profile {@code history}.
 */
class HistoryIT {

	private static final int SEEDS = Integer.getInteger("history.seeds", 10);

	private static final int MINUTES = Integer.getInteger("history.minutes", 10);

	private static final int PARALLEL = Integer.getInteger("history.parallel", 2);

	/** One seed alone, to see it again; none if it is empty. */
	private static final String SEED = System.getProperty("history.seed", "");

	private static final boolean RANDOM = Boolean.getBoolean("history.random");

	/** Each version alone and as an ensemble, with every fault among them. */
	private static final List<Long> FIXED = List.of(9L, 15L, 17L, 20L, 22L, 24L, 29L, 37L, 51L, 60L);

	@Test
	@DisplayName("#78 Random histories of locators, masters and faults violate no invariant")
	void noSeedViolatesAnInvariant() {
		List<String> versions = ZooKeeperVersions.all();
		int wanted = SEED.isEmpty() ? SEEDS : 1;
		LongSupplier seeds = seeds();
		System.out.println("[history] " + wanted + " seeds, " + PARALLEL + " at a time, of " + versions);
		Campaign campaign = new Campaign((seed) -> HistoryScenario.of(seed, versions), seeds, wanted,
				Duration.ofMinutes(MINUTES))
			.run(PARALLEL);
		System.out.println(campaign.summary());
		campaign.explain();
		assertThat(campaign.failed()).as("seeds that violate an invariant").isEmpty();
		assertThat(campaign.broken()).as("seeds that broke").isZero();
		assertThat(campaign.conclusive()).as("seeds that tell anything").isGreaterThanOrEqualTo(RANDOM ? 1 : wanted);
		assertThat(campaign.inconclusive()).as("seeds that a busy machine made inconclusive")
			.isLessThanOrEqualTo(campaign.conclusive());
	}

	private static LongSupplier seeds() {
		if (!SEED.isEmpty()) {
			return () -> Long.parseLong(SEED);
		}
		if (RANDOM) {
			AtomicLong next = new AtomicLong(ThreadLocalRandom.current().nextLong(1L << 40));
			return next::getAndIncrement;
		}
		Iterator<Long> fixed = FIXED.iterator();
		AtomicLong others = new AtomicLong(1000);
		return () -> fixed.hasNext() ? fixed.next() : others.incrementAndGet();
	}

}
