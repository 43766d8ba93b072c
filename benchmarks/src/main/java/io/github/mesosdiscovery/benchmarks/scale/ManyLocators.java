package io.github.mesosdiscovery.benchmarks.scale;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.github.mesosdiscovery.benchmarks.jvm.ThreadSet;
import io.github.mesosdiscovery.benchmarks.report.Quantiles;
import io.github.mesosdiscovery.benchmarks.report.Results;
import io.github.mesosdiscovery.benchmarks.wire.Frame;
import io.github.mesosdiscovery.benchmarks.wire.Operation;
import io.github.mesosdiscovery.benchmarks.wire.ZooKeeperTap;
import io.github.mesosdiscovery.faults.ZooKeeperEnsemble;
import io.github.mesosdiscovery.faults.ZooKeeperProcess;
import io.github.mesosdiscovery.faults.ZooKeeperVersions;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;

import static org.awaitility.Awaitility.await;

/**
 * Many locators in this process on one ensemble, each with its own session.
 */
final class ManyLocators implements AutoCloseable {

	private static final Duration LIMIT = Duration.ofSeconds(120);

	private static final int MASTERS = 3;

	private static final int WARM_UP = 4;

	private static final String NAME = "many-locators";

	private static final double MILLIS = 1e6;

	private final List<Told> told = new ArrayList<>();

	private final List<ZooKeeperMasterLocator> locators = new ArrayList<>();

	private ManyLocators() {
	}

	static void report(Results results, int[] counts, int failovers) throws Exception {
		Growth growth = new Growth("locators", "locators");
		try (ZooKeeperEnsemble ensemble = ZooKeeperEnsemble.start(ZooKeeperVersions.NEWEST, "-Xmx256m",
				"-XX:TieredStopAtLevel=4", "tickTime=2000", "minSessionTimeout=4000", "maxSessionTimeout=40000");
				Population population = Population.create(ensemble.connectString(), MASTERS, 0)) {
			// The servers compile what they need, too, and would be charged for it.
			measure(ensemble, population, counts[counts.length - 1], WARM_UP * failovers, new Growth("", ""));
			for (int count : counts) {
				measure(ensemble, population, count, failovers, growth);
			}
		}
		results.text("Locators in one process on an ensemble of three. Times are medians of " + failovers
				+ " failovers, from the request that deletes the leader's znode until the first, the middle and the last"
				+ " listener is told. Requests, traffic and CPU time are of all three servers for a change: a leader that"
				+ " goes, and a master that comes. Signs of life are left out of the requests, and the CPU time holds"
				+ " what the change itself takes.");
		growth.report(results);
	}

	private static void measure(ZooKeeperEnsemble ensemble, Population population, int count, int failovers,
			Growth growth) throws Exception {
		await("an end of the last locators").atMost(LIMIT)
			.until(() -> ThreadSet.all().names().keySet().stream().noneMatch((name) -> name.startsWith(NAME)));
		ThreadSet threads = ThreadSet.all();
		try (ManyLocators many = new ManyLocators()) {
			growth.add("start until all know, ms", count, many.start(ensemble.connectString(), count) / MILLIS);
			growth.add("threads", count, threadsAtRest(threads));
			many.time(ensemble, population, failovers, growth);
		}
		count(ensemble, population, count, growth);
	}

	private static long threadsAtRest(ThreadSet before) {
		return ThreadSet.all().without(before).withoutNamed("awaitility").ids().size();
	}

	private void time(ZooKeeperEnsemble ensemble, Population population, int failovers, Growth growth)
			throws Exception {
		double[] first = new double[failovers];
		double[] middle = new double[failovers];
		double[] last = new double[failovers];
		double cpuTime = cpuTime(ensemble);
		for (int i = 0; i < failovers; i++) {
			this.told.forEach(Told::forget);
			long begin = population.endLeader();
			double[] times = new double[this.told.size()];
			for (int j = 0; j < times.length; j++) {
				times[j] = this.told.get(j).leader() - begin;
			}
			Quantiles quantiles = Quantiles.of(times);
			first[i] = quantiles.at(0);
			middle[i] = quantiles.median();
			last[i] = quantiles.at(1);
			population.register();
			awaitMasters(population.masters());
		}
		int count = this.told.size();
		growth.add("first told, ms", count, Quantiles.of(first).median() / MILLIS)
			.add("median told, ms", count, Quantiles.of(middle).median() / MILLIS)
			.add("last told, ms", count, Quantiles.of(last).median() / MILLIS)
			.add("CPU of the servers, ms", count, (cpuTime(ensemble) - cpuTime) / failovers);
	}

	/** Once more, since what counts takes its time. */
	private static void count(ZooKeeperEnsemble ensemble, Population population, int count, Growth growth)
			throws Exception {
		List<ZooKeeperTap> taps = ensemble.members().stream().map((member) -> ZooKeeperTap.to(member.port())).toList();
		try (ManyLocators many = new ManyLocators()) {
			many.start(String.join(",", taps.stream().map(ZooKeeperTap::connectString).toList()), count);
			taps.forEach(ZooKeeperTap::clear);
			population.endLeader();
			many.awaitMasters(population.masters());
			await("a list by each").atMost(LIMIT).until(() -> Frame.requests(said(taps), Operation.LIST) >= count);
			population.register();
			many.awaitMasters(population.masters());
			// Of few locators, not every server has one.
			List<Frame> frames = taps.stream()
				.filter((tap) -> Frame.requests(tap.frames()) > 0)
				.flatMap((tap) -> tap.awaitQuiet().stream())
				.toList();
			growth.add("requests", count, Frame.requests(frames))
				.add("traffic, KB", count, (Frame.bytes(frames, true) + Frame.bytes(frames, false)) / 1024.0);
		}
		finally {
			taps.forEach(ZooKeeperTap::close);
		}
	}

	private static List<Frame> said(List<ZooKeeperTap> taps) {
		return taps.stream().flatMap((tap) -> tap.frames().stream()).toList();
	}

	private static double cpuTime(ZooKeeperEnsemble ensemble) {
		return ensemble.members()
			.stream()
			.map(ZooKeeperProcess::pid)
			.mapToLong((pid) -> ProcessHandle.of(pid).orElseThrow().info().totalCpuDuration().orElseThrow().toMillis())
			.sum();
	}

	private long start(String servers, int count) {
		long begin = System.nanoTime();
		for (int i = 0; i < count; i++) {
			Told listener = new Told();
			this.told.add(listener);
			ZooKeeperMasterLocator locator = ZooKeeperMasterLocator.builder("zk://" + servers + Population.PATH)
				.name(NAME)
				.resyncInterval(Duration.ofHours(1))
				.sessionTimeout(Duration.ofSeconds(40))
				.listener(listener)
				.build();
			this.locators.add(locator);
			locator.start();
		}
		awaitMasters(MASTERS);
		return System.nanoTime() - begin;
	}

	private void awaitMasters(int masters) {
		await("the masters").atMost(LIMIT)
			.pollInterval(Duration.ofMillis(2))
			.until(() -> this.locators.stream()
				.allMatch((locator) -> locator.snapshot().isComplete() && locator.masters().size() == masters));
	}

	@Override
	public void close() {
		Arrays.stream(this.locators.toArray(ZooKeeperMasterLocator[]::new))
			.parallel()
			.forEach(ZooKeeperMasterLocator::close);
	}

}
