package io.github.mesosdiscovery.codec;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

import io.github.mesosdiscovery.MasterDomain;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.proto.DomainInfo.FaultDomain;
import io.github.mesosdiscovery.proto.MasterInfo;
import io.github.mesosdiscovery.proto.MasterInfo.Capability;
import org.jspecify.annotations.Nullable;

/**
 * Decodes registrations of masters: the JSON of a {@code MasterInfo} under the label
 * {@code json.info} (Mesos 0.24 and later), its protobuf under {@code info} (0.17 and
 * later), or the text of a UPID without a label.
 * <p>
 * Host name, IP address and port are each taken from {@code address}, else from
 * {@code pid}, else from {@code hostname}, {@code ip} and {@code port}. A host name in
 * {@code hostname} takes precedence over the {@code pid}. The integer {@code ip} counts
 * only if neither {@code address} nor {@code pid} contains a host, and is decoded as
 * written on a little-endian machine (MESOS-1201). The default port is 5050.
 * <p>
 * The data is not trusted. It is limited to 64 KB and strict UTF-8. Texts that are not
 * safe in a log line, invalid hosts and ports out of range are ignored with a warning, so
 * that the master can still lead as it does for Mesos. A registration is refused only if
 * it cannot be decoded or contains no valid address. No name is resolved.
 * <p>
 * Instances are thread-safe.
 */
public final class MesosMasterDecoder {

	private final String scheme;

	private final MasterHost host;

	/**
	 * Create a new decoder.
	 * @param scheme the scheme of {@link MesosMaster#uri()}, {@code http} or
	 * {@code https}, which masters do not publish
	 * @param host the preferred host of {@link MesosMaster#uri()}
	 * @throws IllegalArgumentException if the scheme is not supported
	 */
	public MesosMasterDecoder(String scheme, MasterHost host) {
		this.scheme = scheme.toLowerCase(Locale.ROOT);
		this.host = host;
		if (!List.of("http", "https").contains(this.scheme)) {
			throw new IllegalArgumentException("The scheme of the masters must be 'http' or 'https'");
		}
	}

	/**
	 * Decode a znode that was read by any means.
	 * @param znode the name of the znode, with or without its path
	 * @param data the data of the znode
	 * @return the master, with the epoch 0
	 * @throws MasterDecodingException if the name or the data is not that of a master
	 */
	public MesosMaster decode(String znode, byte @Nullable [] data) {
		String child = znode.substring(znode.lastIndexOf('/') + 1);
		RegistrationName name = RegistrationName.parse(child)
			.orElseThrow(() -> new MasterDecodingException(child,
					new MasterDecodingException("it is not a registration, expected the name json.info_<sequence>, "
							+ "info_<sequence> or <sequence> with a sequence of ten digits")));
		return decode(name, data, 0, (warning) -> {
		});
	}

	/**
	 * Decode a registration.
	 * @param name the name of the registration
	 * @param data the data of the znode
	 * @param epoch the czxid of the znode, or 0 if it is unknown
	 * @param warnings receives a line for each field that is ignored
	 * @return the master
	 * @throws MasterDecodingException if the data cannot be decoded or contains no valid
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
			throw new MasterDecodingException(name.znode(), ex);
		}
	}

	private MesosMaster master(RegistrationName name, MasterInfoFields fields, long epoch) {
		MasterInfo info = fields.usable();
		PublishedAddress address = PublishedAddress.of(fields);
		String pid = info.getPid().isEmpty() ? address.pid() : info.getPid();
		String id = info.getId().isEmpty() ? pid : info.getId();
		String version = info.getVersion().isEmpty() ? null : info.getVersion();
		return new MesosMaster(name.znode(), name.sequence(), epoch, id, address.hostname(), address.ip(),
				address.port(), pid, version, address.uri(this.scheme, this.host),
				domain(info.getDomain().getFaultDomain()), capabilities(info), info);
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

	// Types of a later Mesos are UNKNOWN.
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
