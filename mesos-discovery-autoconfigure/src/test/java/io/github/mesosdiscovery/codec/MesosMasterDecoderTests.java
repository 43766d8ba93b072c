package io.github.mesosdiscovery.codec;

import java.nio.charset.StandardCharsets;

import io.github.mesosdiscovery.MasterDomain;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.proto.MasterInfo;
import io.github.mesosdiscovery.proto.MasterInfo.Capability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link MesosMasterDecoder}.
 */
class MesosMasterDecoderTests {

	private final MesosMasterDecoder decoder = new MesosMasterDecoder("http", MasterHost.IP);

	@Test
	void placeInTheElection() {
		RegistrationName name = RegistrationName.parse("info_-2147483648").orElseThrow();
		MesosMaster master = this.decoder.decode(name, MasterInfo.newBuilder().setHostname("a").build().toByteArray(),
				4294967311L);
		assertThat(master.znode()).isEqualTo("info_-2147483648");
		assertThat(master.sequence()).isEqualTo(Integer.MIN_VALUE);
		assertThat(master.epoch()).isEqualTo(4294967311L);
	}

	@Test
	void pathOfTheZnodeIsLeftOut() {
		MesosMaster master = decode("/mesos/prod/json.info_0000000003", "{\"hostname\": \"a\"}");
		assertThat(master.znode()).isEqualTo("json.info_0000000003");
		assertThat(master.sequence()).isEqualTo(3);
		assertThat(master.epoch()).isZero();
	}

	@Test
	void schemeAndHost() {
		byte[] data = "{\"address\": {\"hostname\": \"a\", \"ip\": \"::1\", \"port\": 443}}"
			.getBytes(StandardCharsets.UTF_8);
		assertThat(new MesosMasterDecoder("https", MasterHost.IP).decode("json.info_0000000003", data).uri())
			.hasToString("https://[::1]:443");
		assertThat(new MesosMasterDecoder("http", MasterHost.HOSTNAME).decode("json.info_0000000003", data).uri())
			.hasToString("http://a:443");
		assertThatIllegalArgumentException().isThrownBy(() -> new MesosMasterDecoder("ftp", MasterHost.IP));
	}

	@Test
	void bareUpid() {
		MesosMaster master = decode("0000000007", "master@[2001:db8::1]:5051");
		assertThat(master.id()).isEqualTo("master@[2001:db8::1]:5051");
		assertThat(master.pid()).isEqualTo("master@[2001:db8::1]:5051");
		assertThat(master.ip()).isEqualTo("2001:db8::1");
		assertThat(master.hostname()).isEqualTo("2001:db8::1");
		assertThat(master.port()).isEqualTo(5051);
		assertThat(master.uri()).hasToString("http://[2001:db8::1]:5051");
		assertThat(master.version()).isNull();
		assertThat(master.domain()).isNull();
		assertThat(master.capabilities()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0',
			value = { "{\"hostname\": \"a\", \"ip\": 16777343, \"port\": 1}|master@127.0.0.1:1|127.0.0.1",
					"{\"hostname\": \"a\"}|master@a:5050|", "{\"address\": {\"ip\": \"::1\"}}|master@[::1]:5050|::1" })
	void pidAndIdThatAreMissing(String json, String pid, String ip) {
		MesosMaster master = decode("json.info_0000000001", json);
		assertThat(master.pid()).isEqualTo(pid);
		assertThat(master.id()).isEqualTo(pid);
		assertThat(master.ip()).isEqualTo(ip);
	}

	@Test
	void idThatIsMissingIsThePublishedPid() {
		assertThat(decode("json.info_0000000001", "{\"pid\": \"master@a:1\", \"id\": \"\", \"version\": \"\"}"))
			.satisfies((master) -> assertThat(master.id()).isEqualTo("master@a:1"))
			.satisfies((master) -> assertThat(master.version()).isNull());
	}

	@Test
	void domainThatIsPartlyPublished() {
		String format = "{\"hostname\": \"a\", \"domain\": {\"fault_domain\": %s}}";
		assertThat(decode("json.info_0000000001", format.formatted("{\"region\": {\"name\": \"r\"}}")).domain())
			.isEqualTo(new MasterDomain("r", ""));
		assertThat(decode("json.info_0000000001", format.formatted("{\"zone\": {\"name\": \"z\"}}")).domain())
			.isEqualTo(new MasterDomain("", "z"));
		assertThat(decode("json.info_0000000001", format.formatted("{\"zone\": {}}")).domain()).isNull();
	}

	@Test
	void capabilitiesHaveNames() {
		MasterInfo.Builder info = MasterInfo.newBuilder().setHostname("a");
		info.addCapabilitiesBuilder().setType(Capability.Type.QUOTA_V2);
		info.addCapabilitiesBuilder().setType(Capability.Type.UNKNOWN);
		info.addCapabilitiesBuilder();
		info.addCapabilitiesBuilder().setType(Capability.Type.AGENT_UPDATE);
		info.addCapabilitiesBuilder().setType(Capability.Type.QUOTA_V2);
		MesosMaster master = this.decoder.decode("info_0000000001", info.build().toByteArray());
		assertThat(master.capabilities()).containsExactly("QUOTA_V2", "AGENT_UPDATE");
		assertThat(master.masterInfo()).isEqualTo(info.build());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/", "/mesos", "log_replicas", "/mesos/json.info_0000000003/", "json.info_1",
			"\u202e\n_0000000001" })
	void nameThatIsNoRegistration(String znode) {
		assertThatExceptionOfType(MasterDecodingException.class).isThrownBy(() -> decode(znode, "{}"))
			.withMessageContaining("it is no registration")
			.satisfies((ex) -> assertThat(ex.getMessage()).matches(EscapedText::isPlain));
	}

	@Test
	void messageNamesTheZnode() {
		assertThatExceptionOfType(MasterDecodingException.class).isThrownBy(() -> decode("/mesos/foo_0000000003", "x"))
			.withMessage(
					"The znode 'foo_0000000003' does not hold a master that can be read: the label 'foo' is not known, "
							+ "expected 'json.info', 'info' or none; if something else than Mesos registers there, "
							+ "configure the labels to read. Start the master that wrote it again, or remove the znode "
							+ "if no master did.")
			.withNoCause();
	}

	@Test
	void hostileTextIsRefused() {
		assertThatExceptionOfType(MasterDecodingException.class)
			.isThrownBy(() -> decode("json.info_0000000003", "{\"hostname\": \"a\", \"version\": \"1\\n2\"}"))
			.withMessageContaining("version is '1\\u000A2'");
	}

	private MesosMaster decode(String znode, String data) {
		return this.decoder.decode(znode, data.getBytes(StandardCharsets.UTF_8));
	}

}
