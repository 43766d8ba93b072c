package io.github.mesosdiscovery.codec;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import io.github.mesosdiscovery.MasterDomain;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.proto.DomainInfo.FaultDomain;
import io.github.mesosdiscovery.proto.MasterInfo;
import io.github.mesosdiscovery.proto.MasterInfo.Capability;
import org.jspecify.annotations.Nullable;

/**
 * Makes a master out of a registration: the JSON of a {@code MasterInfo} under the label
 * {@code json.info} (Mesos 0.24 and later), its protobuf under {@code info} (0.17 and
 * later), or the text of a UPID without a label.
 * <p>
 * The host is that of {@code address}, else of {@code pid}, else {@code hostname} and
 * {@code ip}; so are the IP address and the port, each on its own. The integer {@code ip}
 * is taken only where neither {@code address} nor {@code pid} names a host, as that of a
 * master on a little-endian machine (MESOS-1201). The port is 5050 only where nothing
 * says otherwise.
 * <p>
 * The data is not trusted: at most 64 KB, strict UTF-8, and hosts, ports and texts that
 * are safe in a URI and a log line. A field that is not is ignored with a warning, so
 * that a master without a valid host name still leads, as for Mesos itself. The data is
 * refused only if it cannot be decoded or if no valid address is left. No name is looked
 * up. Safe for use by many threads.
 */
public final class MesosMasterDecoder {

	private final MasterUri uri;

	/**
	 * Create a new decoder.
	 * @param scheme the scheme of {@link MesosMaster#uri()}, {@code http} or
	 * {@code https}: a master does not publish which it speaks
	 * @param host the host of {@link MesosMaster#uri()} where two were published
	 * @throws IllegalArgumentException if it is another scheme
	 */
	public MesosMasterDecoder(String scheme, MasterHost host) {
		this.uri = new MasterUri(scheme, host);
	}

	/**
	 * Decode the data of a znode that was read in any way.
	 * @param znode the name of the znode, with or without its path
	 * @param data the data of the znode
	 * @return the master, with the epoch 0
	 * @throws MasterDecodingException if it is not a master's name or not its data
	 */
	public MesosMaster decode(String znode, byte @Nullable [] data) {
		String child = znode.substring(znode.lastIndexOf('/') + 1);
		RegistrationName name = RegistrationName.parse(child).orElse(null);
		if (name == null) {
			throw new MasterDecodingException("it is no registration, expected the name json.info_<sequence>, "
					+ "info_<sequence> or <sequence>, the sequence being ten digits")
				.at(child);
		}
		return decode(name, data, 0);
	}

	/**
	 * Decode the data of a registration.
	 * @param name the name of the registration
	 * @param data the data of the znode
	 * @param epoch the czxid of the znode, or 0 when it is not known
	 * @return the master
	 * @throws MasterDecodingException if it is not a master's data
	 */
	public MesosMaster decode(RegistrationName name, byte @Nullable [] data, long epoch) {
		return decode(name, data, epoch, (warning) -> {
		});
	}

	/**
	 * Decode the data of a registration.
	 * @param name the name of the registration
	 * @param data the data of the znode
	 * @param epoch the czxid of the znode, or 0 when it is not known
	 * @param warnings receives a line for each field that cannot be used and is ignored
	 * @return the master
	 * @throws MasterDecodingException if the data cannot be decoded or holds no valid
	 * address
	 */
	public MesosMaster decode(RegistrationName name, byte @Nullable [] data, long epoch, Consumer<String> warnings) {
		try {
			MasterInfoFields fields = new MasterInfoFields(MasterInfoReader.read(name.label(), data));
			MesosMaster master = master(name, fields, epoch);
			fields.ignored().forEach((field, reason) -> warnings.accept(warning(master, field, reason)));
			return master;
		}
		catch (MasterDecodingException ex) {
			throw ex.at(name.znode());
		}
	}

	private MesosMaster master(RegistrationName name, MasterInfoFields fields, long epoch) {
		MasterInfo info = fields.usable();
		PublishedAddress address = PublishedAddress.of(fields);
		URI uri = this.uri.of(address);
		String ip = address.ip();
		String pid = info.getPid().isEmpty() ? Upid.of((ip != null) ? ip : address.hostname(), address.port())
				: info.getPid();
		String id = info.getId().isEmpty() ? pid : info.getId();
		String version = info.getVersion().isEmpty() ? null : info.getVersion();
		return new MesosMaster(name.znode(), name.sequence(), epoch, id, address.hostname(), ip, address.port(), pid,
				version, uri, domain(info.getDomain().getFaultDomain()), capabilities(info), info);
	}

	private static String warning(MesosMaster master, String field, String reason) {
		Object instead = switch (field) {
			case "id" -> master.id();
			case "pid" -> master.pid();
			case "hostname", "address.hostname" -> master.hostname();
			case "address.ip" -> (master.ip() != null) ? master.ip() : master.hostname();
			case "address.port" -> master.port();
			default -> null;
		};
		return "Ignoring " + field + " " + reason + ", in the znode '" + EscapedText.of(master.znode()) + "'"
				+ ((instead != null) ? "; using '" + instead + "' instead" : "")
				+ ". Check the options of the master that wrote it";
	}

	private static @Nullable MasterDomain domain(FaultDomain domain) {
		String region = domain.getRegion().getName();
		String zone = domain.getZone().getName();
		return (region.isEmpty() && zone.isEmpty()) ? null : new MasterDomain(region, zone);
	}

	// What this version cannot name has no name: UNKNOWN, and types of a later Mesos.
	private static List<String> capabilities(MasterInfo info) {
		Set<String> names = new LinkedHashSet<>();
		for (Capability capability : info.getCapabilitiesList()) {
			if (capability.getType() != Capability.Type.UNKNOWN) {
				names.add(capability.getType().name());
			}
		}
		return List.copyOf(names);
	}

}
