package io.github.mesosdiscovery.codec;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.github.mesosdiscovery.MasterDomain;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.SafeText;
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
	void sequenceAndEpoch() {
		RegistrationName name = RegistrationName.parse("info_-2147483648").orElseThrow();
		byte[] data = MasterInfo.newBuilder().setHostname("a").build().toByteArray();
		MesosMaster master = this.decoder.decode(name, data, 4294967311L, (warning) -> {
		});
		assertThat(master.znode()).isEqualTo("info_-2147483648");
		assertThat(master.sequence()).isEqualTo(Integer.MIN_VALUE);
		assertThat(master.epoch()).isEqualTo(4294967311L);
	}

	@Test
	void znodeWithPath() {
		MesosMaster master = decode("/mesos/prod/json.info_0000000003", "{\"hostname\": \"a\"}");
		assertThat(master.znode()).isEqualTo("json.info_0000000003");
		assertThat(master.sequence()).isEqualTo(3);
		assertThat(master.epoch()).isZero();
	}

	@Test
	void schemeAndHost() {
		byte[] data = "{\"address\": {\"hostname\": \"a\", \"ip\": \"::1\", \"port\": 443}}"
			.getBytes(StandardCharsets.UTF_8);
		assertThat(new MesosMasterDecoder("HTTPS", MasterHost.IP).decode("json.info_0000000003", data).uri())
			.hasToString("https://[::1]:443");
		assertThat(new MesosMasterDecoder("http", MasterHost.HOSTNAME).decode("json.info_0000000003", data).uri())
			.hasToString("http://a:443");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", "ftp", "http:", "https://", " http", "1http", "h\nttp", "javascript", "file", "httpx" })
	void unsupportedScheme(String scheme) {
		assertThatIllegalArgumentException().isThrownBy(() -> new MesosMasterDecoder(scheme, MasterHost.IP))
			.withMessage("The scheme of the masters must be 'http' or 'https'");
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
	void missingPidAndId(String json, String pid, String ip) {
		MesosMaster master = decode("json.info_0000000001", json);
		assertThat(master.pid()).isEqualTo(pid);
		assertThat(master.id()).isEqualTo(pid);
		assertThat(master.ip()).isEqualTo(ip);
	}

	@Test
	void missingIdIsThePublishedPid() {
		assertThat(decode("json.info_0000000001", "{\"pid\": \"master@a:1\", \"id\": \"\", \"version\": \"\"}"))
			.satisfies((master) -> assertThat(master.id()).isEqualTo("master@a:1"))
			.satisfies((master) -> assertThat(master.version()).isNull());
	}

	@Test
	void partlyPublishedDomain() {
		String format = "{\"hostname\": \"a\", \"domain\": {\"fault_domain\": %s}}";
		assertThat(decode("json.info_0000000001", format.formatted("{\"region\": {\"name\": \"r\"}}")).domain())
			.isEqualTo(new MasterDomain("r", ""));
		assertThat(decode("json.info_0000000001", format.formatted("{\"zone\": {\"name\": \"z\"}}")).domain())
			.isEqualTo(new MasterDomain("", "z"));
		assertThat(decode("json.info_0000000001", format.formatted("{\"zone\": {}}")).domain()).isNull();
	}

	@Test
	void knownCapabilities() {
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
	void nameThatIsNotARegistration(String znode) {
		assertThatExceptionOfType(MasterDecodingException.class).isThrownBy(() -> decode(znode, "{}"))
			.withMessageContaining("it is not a registration")
			.satisfies((ex) -> assertThat(ex.getMessage()).matches(EscapedText::isPlain));
	}

	@Test
	void messageNamesTheZnode() {
		assertThatExceptionOfType(MasterDecodingException.class).isThrownBy(() -> decode("/mesos/foo_0000000003", "x"))
			.withMessage("The znode 'foo_0000000003' does not contain a readable master: the label 'foo' is unknown, "
					+ "expected 'json.info', 'info' or none. To ignore the znodes of another program, set "
					+ "mesos.discovery.zk.labels. Restart the master that wrote it, or remove the znode if it was "
					+ "not written by a master.")
			.withNoCause()
			.satisfies((ex) -> assertThat(ex.getStackTrace()[0].getClassName())
				.isEqualTo(MasterInfoReader.class.getName()));
	}

	// Mesos itself keeps its leader with each of these.
	@ParameterizedTest
	@ValueSource(strings = { "mesos-master-1\\r", "10.0.0.1:5050", "<nil>" })
	void invalidHostNameIsIgnored(String hostname) {
		List<String> warnings = new ArrayList<>();
		MesosMaster master = decode("""
				{"id": "7f3a", "ip": 16777226, "port": 5050, "pid": "master@10.0.0.1:5050", "hostname": "%1$s",
				 "version": "1.11.0", "address": {"hostname": "%1$s", "ip": "10.0.0.1", "port": 5050}}
				""".formatted(hostname), warnings);
		assertThat(master.hostname()).isEqualTo("10.0.0.1");
		assertThat(master.uri()).hasToString("http://10.0.0.1:5050");
		assertThat(master.pid()).isEqualTo("master@10.0.0.1:5050");
		assertThat(master.version()).isEqualTo("1.11.0");
		assertThat(master.masterInfo().hasHostname()).isFalse();
		assertThat(master.masterInfo().getAddress().hasHostname()).isFalse();
		String shown = "'" + hostname.replace("\\r", "\\u000D")
				+ "', expected a host name or an IP address, in the znode "
				+ "'json.info_0000000003'; using '10.0.0.1' instead. Check the options of the master that wrote it";
		assertThat(warnings).containsExactly("Ignoring hostname " + shown, "Ignoring address.hostname " + shown);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0', value = { "\"id\": \"a\\nb\"|id|; using 'master@10.0.0.1:5050'",
			"\"pid\": \"none\"|pid|; using 'master@10.0.0.1:5050'",
			"\"hostname\": \"a\\nb\"|hostname|; using '10.0.0.1'",
			"\"address\": {\"ip\": \"none\"}|address.ip|; using '10.0.0.1'",
			"\"address\": {\"ip\": \"none\"}, \"hostname\": \"m\"|address.ip|; using '10.0.0.1'",
			"\"address\": {\"port\": 0}|address.port|; using '5050'", "\"version\": \"1\\n2\"|version|.",
			"\"domain\": {\"fault_domain\": {\"zone\": {\"name\": \"a\\nb\"}}}|domain.fault_domain.zone.name|." })
	void invalidFieldIsIgnored(String field, String name, String instead) {
		List<String> warnings = new ArrayList<>();
		String pid = field.contains("pid") ? "\"ip\": 16777226, \"port\": 5050" : "\"pid\": \"master@10.0.0.1:5050\"";
		MesosMaster master = decode("{" + pid + ", " + field + "}", warnings);
		assertThat(master.uri()).hasToString("http://10.0.0.1:5050");
		assertThat(warnings).singleElement()
			.satisfies((warning) -> assertThat(warning).startsWith("Ignoring " + name + " '")
				.contains("', expected ", ", in the znode 'json.info_0000000003'" + instead)
				.matches(EscapedText::isPlain));
	}

	@Test
	void warningsAreBoundedAndEscaped() {
		List<String> warnings = new ArrayList<>();
		String text = "\\n[ERROR] forged\u001b[2J".replace("\u001b", "\\u001b") + "x".repeat(10_000);
		decode("""
				{"id": "%1$s", "pid": "%1$s", "hostname": "%1$s", "version": "%1$s", "port": 5050, "ip": 16777226,
				 "address": {"hostname": "%1$s", "ip": "%1$s"}}
				""".formatted(text), warnings);
		assertThat(warnings).hasSize(6)
			.allSatisfy(SafeText::check)
			.allSatisfy((warning) -> assertThat(warning).hasSizeLessThan(400));
	}

	@Test
	void noWarningForUsableData() {
		List<String> warnings = new ArrayList<>();
		decode("{\"pid\": \"master@0.0.0.0:5050\", \"ip\": 16777226, \"later\": \"a\\nb\"}", warnings);
		assertThat(warnings).isEmpty();
	}

	private MesosMaster decode(String json, List<String> warnings) {
		RegistrationName name = RegistrationName.parse("json.info_0000000003").orElseThrow();
		return this.decoder.decode(name, json.getBytes(StandardCharsets.UTF_8), 1, warnings::add);
	}

	private MesosMaster decode(String znode, String data) {
		return this.decoder.decode(znode, data.getBytes(StandardCharsets.UTF_8));
	}

}
