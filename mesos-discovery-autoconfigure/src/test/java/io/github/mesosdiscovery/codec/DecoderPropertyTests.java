package io.github.mesosdiscovery.codec;

import java.util.List;

import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.proto.Address;
import io.github.mesosdiscovery.proto.DomainInfo;
import io.github.mesosdiscovery.proto.DomainInfo.FaultDomain;
import io.github.mesosdiscovery.proto.DomainInfo.FaultDomain.RegionInfo;
import io.github.mesosdiscovery.proto.DomainInfo.FaultDomain.ZoneInfo;
import io.github.mesosdiscovery.proto.MasterInfo;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.ByteRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Properties of the decoder for any data, in each of the three formats.
 */
class DecoderPropertyTests {

	private static final String JSON = "json.info_0000000001";

	private static final String PROTOBUF = "info_0000000001";

	private static final String UPID = "0000000001";

	@Property(seed = "20261124")
	void anyBytes(@ForAll byte[] data) {
		for (String znode : List.of(JSON, PROTOBUF, UPID)) {
			DecoderRules.checkData(znode, data);
		}
	}

	@Property(seed = "20261124")
	void anyJson(@ForAll("json") String json) {
		DecoderRules.checkData(JSON, HostileValues.utf8(json));
	}

	@Property(seed = "20261124")
	void anyTexts(@ForAll("texts") String id, @ForAll("texts") String host, @ForAll("texts") String pid,
			@ForAll int port) {
		MasterInfo info = MasterInfo.newBuilder()
			.setId(id)
			.setPid(pid)
			.setHostname(host)
			.setVersion(host)
			.setAddress(Address.newBuilder().setHostname(host).setIp(pid).setPort(port))
			.build();
		DecoderRules.checkData(PROTOBUF, info.toByteArray());
		DecoderRules.checkData(UPID, HostileValues.utf8(pid));
	}

	@Property(seed = "20261124")
	void oneHostileText(@ForAll("texts") String text) {
		MasterInfo good = MasterInfo.newBuilder().setId("7f3a").setPid("master@10.0.0.1:5050").build();
		FaultDomain region = FaultDomain.newBuilder().setRegion(RegionInfo.newBuilder().setName(text)).build();
		FaultDomain zone = FaultDomain.newBuilder().setZone(ZoneInfo.newBuilder().setName(text)).build();
		for (MasterInfo.Builder info : List.of(good.toBuilder().setId(text), good.toBuilder().setVersion(text),
				good.toBuilder().setHostname(text), good.toBuilder().setPid(text),
				good.toBuilder().setDomain(DomainInfo.newBuilder().setFaultDomain(region)),
				good.toBuilder().setDomain(DomainInfo.newBuilder().setFaultDomain(zone)))) {
			DecoderRules.checkData(PROTOBUF, info.build().toByteArray());
		}
	}

	@Property(seed = "20261124")
	void anyNumber(
			@ForAll @Chars({ '0', '1', '5', '9', '+', '-', '.', 'e', 'E' }) @StringLength(max = 40) String number) {
		String json = "{\"pid\":\"master@10.0.0.1:5050\",\"port\":%1$s,\"ip\":\"%1$s\",\"address\":{\"port\":\"%1$s\"}}";
		DecoderRules.checkData(JSON, HostileValues.utf8(json.formatted(number)));
		DecoderRules.checkData(JSON, HostileValues.utf8(json.formatted("\"" + number + "\"").replace("\"\"", "\"")));
	}

	@Property(seed = "20261124")
	void damagedMasters(@ForAll("hosts") String host,
			@ForAll @Size(min = 1, max = 3) List<@IntRange(max = 2000) Integer> places, @ForAll byte other) {
		byte[][] all = { HostileValues.utf8(json(host, 5050)), protobuf(host, 5050),
				HostileValues.utf8(upid(host, 5050)) };
		String[] znodes = { JSON, PROTOBUF, UPID };
		for (int i = 0; i < all.length; i++) {
			byte[] data = all[i];
			places.forEach((place) -> data[place % data.length] = other);
			DecoderRules.checkData(znodes[i], data);
		}
	}

	@Property(seed = "20261124")
	void validHostReplacesInvalidOne(@ForAll("hostileHosts") String host) {
		for (MesosMaster master : List.of(
				DecoderRules.checkData(JSON, HostileValues.utf8(json(host, 5050))).orElseThrow(),
				DecoderRules.checkData(PROTOBUF, protobuf(host, 5050)).orElseThrow())) {
			assertThat(master.uri()).hasToString("http://other.example:5050");
			assertThat(master.hostname()).isEqualTo("other.example");
			assertThat(master.masterInfo().getHostname() + master.masterInfo().getAddress().getHostname()).isEmpty();
		}
	}

	@Property(seed = "20261124")
	void invalidHostsAreRefused(@ForAll("hostileHosts") String host) {
		assertThat(DecoderRules.checkData(JSON, HostileValues.utf8(json(host, 5050).replace("other", "@")))).isEmpty();
		byte[] protobuf = MasterInfo.newBuilder()
			.setHostname(host)
			.setAddress(Address.newBuilder().setHostname(host).setIp(host).setPort(5050))
			.build()
			.toByteArray();
		assertThat(DecoderRules.checkData(PROTOBUF, protobuf)).isEmpty();
		assertThat(DecoderRules.checkData(UPID, HostileValues.utf8("master@" + host + ":5050"))).isEmpty();
	}

	@Property(seed = "20261124")
	void formatsAreEquivalent(@ForAll("hosts") String host, @ForAll @IntRange(min = 1, max = 65535) int port) {
		MesosMaster json = DecoderRules.checkData(JSON, HostileValues.utf8(json(host, port))).orElseThrow();
		MesosMaster protobuf = DecoderRules.checkData(PROTOBUF, protobuf(host, port)).orElseThrow();
		MesosMaster upid = DecoderRules.checkData(UPID, HostileValues.utf8(upid(host, port))).orElseThrow();
		String shown = Host.isIpv6(host) ? "[" + host + "]" : host;
		assertThat(json.uri()).hasToString("http://" + shown + ":" + port);
		assertThat(protobuf.masterInfo()).isEqualTo(json.masterInfo());
		assertThat(List.of(protobuf.uri(), upid.uri())).containsOnly(json.uri());
		assertThat(List.of(protobuf.hostname(), upid.hostname())).containsOnly(json.hostname());
		assertThat(upid.pid()).isEqualTo(upid(host, port));
	}

	@Property(seed = "20261124")
	void portsOutOfRangeAreIgnored(@ForAll("hosts") String host, @ForAll int any) {
		for (int port : new int[] { any, -1, 0, 1, 65535, 65536 }) {
			boolean valid = port >= 1 && port <= 65535;
			String upid = upid(host, port);
			byte[] json = HostileValues.utf8(json(host, port));
			byte[] withoutPid = HostileValues.utf8(json(host, port).replace("other", "@"));
			assertThat(DecoderRules.checkData(JSON, json).orElseThrow().port()).isEqualTo(valid ? port : 1);
			assertThat(DecoderRules.checkData(PROTOBUF, protobuf(host, port)).orElseThrow().port())
				.isEqualTo(valid ? port : 1);
			assertThat(DecoderRules.checkData(JSON, withoutPid).isPresent()).isEqualTo(valid);
			assertThat(DecoderRules.checkData(UPID, HostileValues.utf8(upid)).isPresent()).isEqualTo(valid);
		}
	}

	@Property(tries = 200, seed = "20261124")
	void duplicateKeysAreRefused(@ForAll("hosts") String host, @ForAll("texts") String key) {
		String twice = "," + HostileValues.quoted(key) + ":1," + HostileValues.quoted(key) + ":1}";
		String json = json(host, 5050);
		byte[] data = HostileValues.utf8(json.substring(0, json.length() - 1) + twice);
		assertThat(DecoderRules.checkData(JSON, data)).isEmpty();
	}

	@Property(tries = 200, seed = "20261124")
	void trailingJsonIsRefused(@ForAll("hosts") String host, @ForAll("json") String more) {
		assertThat(DecoderRules.checkData(JSON, HostileValues.utf8(json(host, 5050) + " " + more))).isEmpty();
	}

	@Property(tries = 200, seed = "20261124")
	void invalidUtf8IsRefused(@ForAll("hosts") String host, @ForAll @IntRange(max = 2000) int place,
			@ForAll @Size(min = 1, max = 3) List<@ByteRange(min = -11, max = -1) Byte> never) {
		for (String text : List.of(json(host, 5050), upid(host, 5050))) {
			byte[] data = HostileValues.utf8(text);
			never.forEach((each) -> data[place % data.length] = each);
			assertThat(DecoderRules.checkData(text.startsWith("{") ? JSON : UPID, data)).isEmpty();
		}
	}

	@Provide
	Arbitrary<String> hosts() {
		return HostileValues.hosts();
	}

	@Provide
	Arbitrary<String> hostileHosts() {
		return HostileValues.hostileHosts();
	}

	@Provide
	Arbitrary<String> texts() {
		return HostileValues.texts();
	}

	@Provide
	Arbitrary<String> json() {
		return HostileValues.json();
	}

	private static String json(String host, int port) {
		return "{\"id\":\"7f3a\",\"hostname\":%1$s,\"pid\":\"master@other.example:1\",\"address\":{\"hostname\":%1$s,\"port\":%2$d}}"
			.formatted(HostileValues.quoted(host), port);
	}

	private static String upid(String host, int port) {
		return "master@" + Host.withPort(host, port);
	}

	private static byte[] protobuf(String host, int port) {
		return MasterInfo.newBuilder()
			.setId("7f3a")
			.setHostname(host)
			.setPid("master@other.example:1")
			.setAddress(Address.newBuilder().setHostname(host).setPort(port))
			.build()
			.toByteArray();
	}

}
