package io.github.mesosdiscovery.codec;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.SafeText;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rules that hold for any name and data of a znode, shared by property tests and fuzzing.
 */
public final class DecoderRules {

	private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]{1,254}|[0-9a-fA-F:.]{2,45}");

	private static final Pattern NAME = Pattern.compile("(?:(?<label>[^/]*)_)?(?<sequence>-?[0-9]{10})");

	private static final MesosMasterDecoder BY_IP = new MesosMasterDecoder("http", MasterHost.IP);

	private static final MesosMasterDecoder BY_HOSTNAME = new MesosMasterDecoder("https", MasterHost.HOSTNAME);

	private DecoderRules() {
	}

	/**
	 * Check that decoding returns a safe master or throws an exception that is safe to
	 * log.
	 * @param znode the name of the znode
	 * @param data its data
	 * @return the master, with the IP address in its URI
	 */
	public static Optional<MesosMaster> checkData(String znode, byte[] data) {
		Optional<MesosMaster> master = decode(BY_IP, znode, data);
		master.ifPresent((decoded) -> {
			checkMaster(decoded);
			checkRoundTrip(decoded);
			// The preferred host must not decide whether a master can be read.
			checkMaster(BY_HOSTNAME.decode(znode, data));
		});
		return master;
	}

	/**
	 * Check the parsing of a name against a separate implementation.
	 * @param child the name of a child
	 * @return the name, if it is that of a registration
	 */
	public static Optional<RegistrationName> checkName(String child) {
		SafeText.check(EscapedText.of(child));
		Optional<RegistrationName> name = RegistrationName.parse(child);
		Matcher matcher = NAME.matcher(child);
		boolean expected = child.length() <= 255 && matcher.matches() && isInt(matcher.group("sequence"))
				&& child.codePoints().allMatch(SafeText::isSafe);
		assertThat(name.isPresent()).isEqualTo(expected);
		name.ifPresent((parsed) -> {
			assertThat(parsed.znode()).isEqualTo(child);
			assertThat(parsed.label()).isEqualTo(matcher.group("label"));
			assertThat(parsed.sequence()).isEqualTo(Long.parseLong(matcher.group("sequence")));
			SafeText.check(parsed);
		});
		checkData(child, new byte[] { '{', '}' });
		return name;
	}

	private static Optional<MesosMaster> decode(MesosMasterDecoder decoder, String znode, byte[] data) {
		try {
			MesosMaster master = decoder.decode(znode, data);
			checkWarnings(master, data);
			return Optional.of(master);
		}
		catch (MasterDecodingException ex) {
			SafeText.check(ex.getMessage());
			assertThat((Object) ex.getCause()).isNull();
			return Optional.empty();
		}
	}

	/**
	 * Every published field is either used or reported by a warning that is safe to log.
	 */
	private static void checkWarnings(MesosMaster master, byte[] data) {
		RegistrationName name = RegistrationName.parse(master.znode()).orElseThrow();
		List<String> warnings = new ArrayList<>();
		MesosMaster again = BY_IP.decode(name, data, 0, warnings::add);
		warnings.forEach(SafeText::check);
		assertThat(again.masterInfo()).isEqualTo(master.masterInfo());
		assertThat(new MasterInfoFields(again.masterInfo()).ignored()).isEmpty();
		boolean isAsPublished = again.masterInfo().equals(MasterInfoReader.read(name.label(), data));
		assertThat(warnings.isEmpty()).isEqualTo(isAsPublished);
	}

	private static void checkMaster(MesosMaster master) {
		checkHost(master.hostname());
		if (master.ip() != null) {
			checkHost(master.ip());
			assertThat(Host.isAddress(master.ip())).isTrue();
		}
		assertThat(master.port()).isBetween(1, 65535);
		checkUri(master);
		SafeText.check(master);
		SafeText.check(master.id());
		SafeText.check(master.pid());
		SafeText.check(master.version());
		SafeText.check(master.domain());
		master.capabilities().forEach(SafeText::check);
		assertThat(master.capabilities()).hasSizeLessThan(10);
	}

	private static void checkHost(String host) {
		assertThat(HOST.matcher(host).matches()).isTrue();
		assertThat(Host.isValid(host)).isTrue();
	}

	private static void checkUri(MesosMaster master) {
		URI uri = master.uri();
		String host = uri.getHost();
		assertThat(host).isNotNull();
		String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
		assertThat(bare.equals(master.hostname()) || bare.equals(master.ip())).isTrue();
		assertThat(uri.toString()).isEqualTo(uri.getScheme() + "://" + host + ":" + master.port());
		assertThat(uri.getScheme()).matches("https?");
		assertThat(uri.getPort()).isEqualTo(master.port());
		assertThat(uri.getRawUserInfo()).isNull();
		assertThat(uri.getRawPath()).isEmpty();
		assertThat(uri.getRawQuery()).isNull();
		assertThat(uri.getRawFragment()).isNull();
	}

	/** The decoded message is equivalent when published as protobuf. */
	private static void checkRoundTrip(MesosMaster master) {
		MesosMaster again = BY_IP.decode("info_0000000001", master.masterInfo().toByteArray());
		assertThat(again.masterInfo()).isEqualTo(master.masterInfo());
		assertThat(again.uri()).isEqualTo(master.uri());
		assertThat(again.hostname()).isEqualTo(master.hostname());
		assertThat(again.ip()).isEqualTo(master.ip());
		assertThat(again.pid()).isEqualTo(master.pid());
		assertThat(again.id()).isEqualTo(master.id());
		assertThat(again.domain()).isEqualTo(master.domain());
		assertThat(again.capabilities()).isEqualTo(master.capabilities());
	}

	private static boolean isInt(String digits) {
		long number = Long.parseLong(digits);
		return number == (int) number;
	}

}
