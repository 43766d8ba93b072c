package io.github.mesosdiscovery.zookeeper;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import io.github.mesosdiscovery.benchmarks.jmh.PublishedMaster;
import io.github.mesosdiscovery.codec.MasterHost;
import io.github.mesosdiscovery.codec.MesosMasterDecoder;
import io.github.mesosdiscovery.codec.RegistrationName;
import io.github.mesosdiscovery.test.MasterFormat;
import org.apache.zookeeper.data.Stat;

/**
 * The registrations under a path, with the answers to be had of ZooKeeper. They are read
 * and decoded beforehand, as the thread of the ZooKeeper client does it.
 */
final class Registrations {

	private static final long PATH_CZXID = 10;

	private static final ZnodeReader READER = new ZnodeReader(Set.of(), new MesosMasterDecoder("http", MasterHost.IP));

	private final List<Signal.Read> reads;

	private final Signal.Children children;

	/**
	 * Create registrations with the sequences from zero on.
	 */
	Registrations(int count) {
		byte[] data = MasterFormat.JSON.encode(PublishedMaster.info());
		this.reads = IntStream.range(0, count).mapToObj((i) -> READER.read(name(i), data, stat(i))).toList();
		List<RegistrationName> names = new ArrayList<>(
				IntStream.range(0, count).mapToObj(Registrations::name).toList());
		// ZooKeeper lists them in no order.
		Collections.shuffle(names, new Random(1));
		this.children = new Signal.Children(List.copyOf(names), List.of("log_replicas"), PATH_CZXID,
				PATH_CZXID + count);
	}

	static RegistrationName name(int sequence) {
		return RegistrationName.parse(String.format(Locale.ROOT, "json.info_%010d", sequence)).orElseThrow();
	}

	Signal answer(Command command) {
		if (command instanceof Command.ListChildren list) {
			return new Signal.Listed(Followed.SESSION, list.request(), this.children);
		}
		Command.Fetch fetch = (Command.Fetch) command;
		return new Signal.Fetched(Followed.SESSION, fetch.request(), fetch.name(),
				this.reads.get(fetch.name().sequence()));
	}

	/**
	 * Answer with what the master of that znode did not write before.
	 */
	static Signal changed(Command command) {
		Command.Fetch fetch = (Command.Fetch) command;
		byte[] data = MasterFormat.JSON.encode(PublishedMaster.info().toBuilder().setVersion("1.11.1").build());
		return new Signal.Fetched(Followed.SESSION, fetch.request(), fetch.name(),
				READER.read(fetch.name(), data, stat(fetch.name().sequence())));
	}

	private static Stat stat(int sequence) {
		Stat stat = new Stat();
		stat.setCzxid(PATH_CZXID + 1 + sequence);
		return stat;
	}

}
