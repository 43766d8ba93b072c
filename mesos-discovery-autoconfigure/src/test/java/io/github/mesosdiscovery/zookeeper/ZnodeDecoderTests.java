package io.github.mesosdiscovery.zookeeper;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import com.sun.management.ThreadMXBean;
import io.github.mesosdiscovery.codec.MasterHost;
import io.github.mesosdiscovery.codec.MesosMasterDecoder;
import io.github.mesosdiscovery.codec.RegistrationName;
import io.github.mesosdiscovery.zookeeper.election.Input;
import org.apache.zookeeper.data.Stat;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ZnodeDecoder}.
 */
class ZnodeDecoderTests {

	private static final int CROWD = 10_000;

	private final ZnodeDecoder decoder = new ZnodeDecoder(Set.of(), new MesosMasterDecoder("http", MasterHost.IP));

	@Test
	void labelsNarrowTheRegistrations() {
		ZnodeDecoder narrow = new ZnodeDecoder(Set.of("json.info"), this.decoder.decoder());
		List<String> children = List.of("json.info_0000000001", "info_0000000002", "0000000003");
		assertThat(narrow.children(children, new Stat())).satisfies((read) -> {
			assertThat(read.registrations()).extracting(RegistrationName::znode)
				.containsExactly("json.info_0000000001");
			assertThat(read.others()).containsExactly("info_0000000002", "0000000003");
		});
		assertThat(this.decoder.children(children, new Stat()).registrations()).hasSize(3);
	}

	@Test
	void otherChildrenAllocateNothing() {
		for (String prefix : new String[] { "log_replicas", "member-", "_c_guid-lock-" }) {
			List<String> children = IntStream.range(0, CROWD)
				.mapToObj((i) -> String.format("%s%010d", prefix, i))
				.toList();
			this.decoder.children(children, new Stat());
			long before = allocated();
			Input.Children read = this.decoder.children(children, new Stat());
			// No object is smaller than 16 bytes.
			assertThat(allocated() - before).as(prefix).isLessThan(8 * CROWD);
			assertThat(read.registrations()).isEmpty();
			assertThat(read.others()).hasSize(16);
		}
	}

	private static long allocated() {
		return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
	}

}
