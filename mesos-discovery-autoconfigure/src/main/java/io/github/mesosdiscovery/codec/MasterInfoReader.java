package io.github.mesosdiscovery.codec;

import java.io.IOException;

import com.google.protobuf.CodedInputStream;
import io.github.mesosdiscovery.proto.Address;
import io.github.mesosdiscovery.proto.MasterInfo;
import org.jspecify.annotations.Nullable;

/**
 * Reads the data of a registration in the format that its label tells.
 */
final class MasterInfoReader {

	private static final String JSON = "json.info";

	private static final String PROTOBUF = "info";

	private static final int MAX_SIZE = 64 * 1024;

	/**
	 * How deep groups may lie in each other. Mesos has none, but a field that is not
	 * known can be one.
	 */
	private static final int MAX_DEPTH = 16;

	private MasterInfoReader() {
	}

	static MasterInfo read(@Nullable String label, byte @Nullable [] data) {
		if (data == null || data.length == 0) {
			throw new MasterDecodingException("there is no data in it");
		}
		if (data.length > MAX_SIZE) {
			throw new MasterDecodingException(
					"the data is " + data.length + " bytes long, expected at most " + MAX_SIZE);
		}
		if (label == null) {
			return upid(Utf8.decode(data).strip());
		}
		return switch (label) {
			case JSON -> MasterInfoJson.read(Utf8.decode(data));
			case PROTOBUF -> protobuf(data);
			default -> throw new MasterDecodingException(
					"the label '" + EscapedText.of(label) + "' is not known, expected '" + JSON + "', '" + PROTOBUF
							+ "' or none; if something else than Mesos registers there, configure the labels to read");
		};
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
	 * Make what Mesos itself makes of a UPID ({@code createMasterInfo}), without the host
	 * name that it looks up and without the random part of the id.
	 */
	private static MasterInfo upid(String text) {
		Upid upid = Upid.parse(text);
		Address.Builder address = Address.newBuilder().setPort(upid.port());
		MasterInfo.Builder info = MasterInfo.newBuilder().setId(text).setPid(text).setPort(upid.port());
		if (!Host.isAddress(upid.host())) {
			return info.setHostname(upid.host()).setAddress(address.setHostname(upid.host())).build();
		}
		int ip = Host.toInteger(upid.host());
		if (ip != 0) {
			info.setIp(ip);
		}
		return info.setAddress(address.setIp(upid.host())).build();
	}

}
