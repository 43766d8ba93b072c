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
 * Decodes the results of reads.
 *
 * @param labels the labels that make a child a registration, or empty for all
 * @param decoder decodes the data
 */
record ZnodeDecoder(Set<String> labels, MesosMasterDecoder decoder) {

	/** Enough to see what lies at a path; there can be very many. */
	private static final int OTHERS = 16;

	Input.Children children(List<String> children, Stat stat) {
		List<RegistrationName> registrations = new ArrayList<>();
		List<String> others = new ArrayList<>();
		for (String child : children) {
			Optional<RegistrationName> name = RegistrationName.parse(child);
			if (name.isPresent() && isWanted(name.get())) {
				registrations.add(name.get());
			}
			else if (others.size() < OTHERS) {
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

	private boolean isWanted(RegistrationName name) {
		return this.labels.isEmpty() || this.labels.contains((name.label() != null) ? name.label() : "");
	}

}
