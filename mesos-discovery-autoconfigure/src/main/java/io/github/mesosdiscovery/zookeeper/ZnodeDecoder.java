package io.github.mesosdiscovery.zookeeper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.github.mesosdiscovery.UnreadableMaster;
import io.github.mesosdiscovery.codec.EscapedText;
import io.github.mesosdiscovery.codec.MasterDecodingException;
import io.github.mesosdiscovery.codec.MesosMasterDecoder;
import io.github.mesosdiscovery.codec.RegistrationName;
import io.github.mesosdiscovery.zookeeper.election.Input;
import org.apache.zookeeper.data.Stat;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the replies of ZooKeeper. If there are no labels, a name with any label is a
 * registration.
 */
record ZnodeDecoder(Set<String> labels, MesosMasterDecoder decoder) {

	/** Enough to recognize a wrong path, which can have very many children. */
	private static final int MAX_OTHERS = 16;

	Input.Children children(List<String> children, Stat stat) {
		List<RegistrationName> registrations = new ArrayList<>();
		List<String> others = new ArrayList<>();
		for (String child : children) {
			Optional<RegistrationName> name = RegistrationName.parse(child);
			if (name.isPresent() && isIncluded(name.get())) {
				registrations.add(name.get());
			}
			else if (others.size() < MAX_OTHERS) {
				others.add(EscapedText.of(child));
			}
		}
		return new Input.Children(registrations, others, stat.getCzxid(), stat.getPzxid());
	}

	Input.Decoded read(RegistrationName name, byte @Nullable [] data, Stat stat) {
		try {
			List<String> warnings = new ArrayList<>();
			return new Input.Decoded(this.decoder.decode(name, data, stat.getCzxid(), warnings::add), warnings);
		}
		catch (MasterDecodingException ex) {
			return new Input.Decoded(new UnreadableMaster(name.znode(), name.sequence(), stat.getCzxid(),
					String.valueOf(ex.getMessage()), false), List.of());
		}
	}

	private boolean isIncluded(RegistrationName name) {
		return this.labels.isEmpty() || this.labels.contains((name.label() != null) ? name.label() : "");
	}

}
