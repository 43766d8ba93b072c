package io.github.mesosdiscovery.zookeeper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.github.mesosdiscovery.SafeText;
import io.github.mesosdiscovery.codec.DecoderRules;
import io.github.mesosdiscovery.codec.MasterHost;
import io.github.mesosdiscovery.codec.MesosMasterDecoder;
import io.github.mesosdiscovery.codec.RegistrationName;
import io.github.mesosdiscovery.zookeeper.election.Input;
import io.github.mesosdiscovery.zookeeper.election.StateMachineScenario;
import org.apache.zookeeper.data.Stat;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What must hold whatever the children of the path are named. Property tests and fuzzing
 * share these checks.
 */
public final class ElectionRules {

	private static final ZnodeDecoder DECODER = new ZnodeDecoder(Set.of(),
			new MesosMasterDecoder("http", MasterHost.HOSTNAME));

	private ElectionRules() {
	}

	/**
	 * Check that the children are told apart and elected as by a naive reader.
	 * @param children the names of the children
	 */
	public static void check(List<String> children) {
		List<RegistrationName> expected = new ArrayList<>();
		for (String child : children) {
			Optional<RegistrationName> name = DecoderRules.checkName(child);
			name.filter((registration) -> !expected.contains(registration)).ifPresent(expected::add);
		}
		expected.sort((one, other) -> (one.sequence() != other.sequence())
				? ((one.sequence() < other.sequence()) ? -1 : 1) : one.znode().compareTo(other.znode()));
		Input.Children read = DECODER.children(children, new Stat());
		assertThat(StateMachineScenario.following(read)).isEqualTo(expected);
		assertThat(read.others()).hasSizeLessThanOrEqualTo(16).allSatisfy(SafeText::check);
		assertThat(read.others().isEmpty()).isEqualTo(read.registrations().size() == children.size());
	}

}
