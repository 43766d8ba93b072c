package io.github.mesosdiscovery.codec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import com.google.protobuf.CodedInputStream;
import io.github.mesosdiscovery.proto.Address;
import io.github.mesosdiscovery.proto.MasterInfo;
import org.jspecify.annotations.Nullable;

/**
 * Reads the data of a registration in the format of its label.
 */
final class MasterInfoReader {

	private static final String JSON = "json.info";

	private static final String PROTOBUF = "info";

	private static final int MAX_SIZE = 64 * 1024;

	/** Mesos has no groups, but an unknown field can be one. */
	private static final int MAX_DEPTH = 16;

	private MasterInfoReader() {
	}

	static MasterInfo read(@Nullable String label, byte @Nullable [] data) {
		if (data == null || data.length == 0) {
			throw new MasterDecodingException("the data is empty");
		}
		if (data.length > MAX_SIZE) {
			throw new MasterDecodingException(
					"the data is " + data.length + " bytes long, expected at most " + MAX_SIZE);
		}
		if (label == null) {
			return upid(utf8(data).strip());
		}
		return switch (label) {
			case JSON -> MasterInfoJsonReader.read(utf8(data));
			case PROTOBUF -> protobuf(data);
			default -> throw new MasterDecodingException(
					"the label '" + EscapedText.of(label) + "' is unknown, expected '" + JSON + "', '" + PROTOBUF
							+ "' or none. To ignore the znodes of another program, set mesos.discovery.zk.labels");
		};
	}

	private static String utf8(byte[] data) {
		try {
			// A new decoder reports malformed input instead of replacing it.
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(data)).toString();
		}
		catch (CharacterCodingException ex) {
			throw new MasterDecodingException("the data is not UTF-8 text");
		}
	}

	private static MasterInfo protobuf(byte[] data) {
		CodedInputStream input = CodedInputStream.newInstance(data);
		input.setRecursionLimit(MAX_DEPTH);
		try {
			return MasterInfo.parseFrom(input);
		}
		catch (IOException ex) {
			throw new MasterDecodingException(
					"the data is not the protobuf of a MasterInfo: " + EscapedText.of(String.valueOf(ex.getMessage())));
		}
	}

	/**
	 * Like {@code createMasterInfo} of Mesos, without a host name from DNS and without
	 * the random part of the id.
	 */
	private static MasterInfo upid(String text) {
		Upid upid = Upid.parse(text)
			.orElseThrow(() -> new MasterDecodingException(
					"'" + EscapedText.of(text) + "' is not the pid of a master, expected " + Upid.EXPECTED
							+ (text.startsWith("log-replica") ? ". It belongs to a replica of the log: the path of the "
									+ "masters is probably one level up, without /log_replicas" : "")));
		Address.Builder address = Address.newBuilder().setPort(upid.port());
		MasterInfo.Builder info = MasterInfo.newBuilder().setId(text).setPid(text).setPort(upid.port());
		if (Host.isName(upid.host())) {
			return info.setHostname(upid.host()).setAddress(address.setHostname(upid.host())).build();
		}
		if (Host.isIpv4(upid.host())) {
			info.setIp(Host.toInteger(upid.host()));
		}
		return info.setAddress(address.setIp(upid.host())).build();
	}

}
